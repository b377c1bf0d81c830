"""Shouting in capitals, and the capitals that are none."""

import sys
from functools import partial

import pytest

from calmdesk.playbook.detectors import Capitals
from calmdesk.signals.detectors import capitals
from tests.signals.detectors.looking import quotes, reasons, seen
from tests.talk import builtin, talk

find = partial(
    capitals.find,
    Capitals(words=3),
    emphatic=frozenset(builtin().words["emphatic"].entries),
    everyday=frozenset(builtin().words["everyday"].entries),
)


def test_a_run_of_shouted_words_is_found_to_the_letter():
    text = "so I NEED THIS LAPTOP! today"
    assert seen(find, talk(f"requester: {text}")) == [("m1", 3, 21)]
    assert text[3:21] == "I NEED THIS LAPTOP"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("it is STILL open", "STILL"),
        ("WHY?", "WHY"),
        ("FIX THIS please", "FIX THIS"),
        ("NOT WORKING!", "NOT WORKING"),
        ("@desk NOT WORKING", "NOT WORKING"),
        ("I CAN’T DO ANYTHING here", "I CAN’T DO ANYTHING"),
        ("the VPN IS DOWN AGAIN", "VPN IS DOWN AGAIN"),
        ("HELP! I am stuck", "HELP"),
        ("nobody, NOBODY, answers", "NOBODY"),
        ("YOU TOLD ME 3 TIMES ALREADY", "YOU TOLD ME 3 TIMES ALREADY"),
        ("it ends HERE AND NOW.", "HERE AND NOW"),
    ],
)
def test_what_is_shouted(text, quote):
    assert quotes(find, talk(f"requester: {text}")) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "SAP ERP on AWS with SSO",
        "the printer is NOT on the guest network",
        "one OR two, it is up to you",
        "I AM here",
        "see README.TXT and HELP.md",
        "the variable PLEASE_WAIT and /HELP/NOW",
        "press HELP to go on",
        "the screen says PLEASE WAIT FOR HELP",
        "an error: THIS FILE IS NOT YOUR FILE",
        "[TYPE YOUR PROBLEM HERE] it hangs",
        "SELECT NAME FROM USERS WHERE ID IS NOT NULL",
        "DO NOT REPLY TO THIS EMAIL",
        "NOTE: WE ARE OUT ON MONDAY, ALL OF US",
        "THANK YOU SO MUCH",
        "IT WORKS NOW!",
        "MANY MANY thanks",
        "`STOP NOW PLEASE` is in the code",
        "WHAT HAVE YOU TRIED:\nnothing so far",
        "A MAN A PLAN",
        "",
        "I",
    ],
)
def test_what_is_not_shouted(text):
    assert quotes(find, talk(f"requester: {text}")) == []


def test_a_quoted_mail_does_not_shout_for_the_person():
    assert quotes(find, talk("requester: see below\n> WHY IS NOBODY ANSWERING ME")) == []


def test_who_always_writes_in_capitals_does_not_shout():
    habit = "requester: HELLO, THIS IS DANA\nagent: Hello\nrequester: I NEED HELP WITH MY MOUSE"
    assert seen(find, talk(habit)) == [("m1", 0, 19)]
    turned = "requester: Good morning to all of you\nagent: Hello\nrequester: I NEED HELP WITH MY MOUSE"
    assert quotes(find, talk(turned)) == ["I NEED HELP WITH MY MOUSE"]


def test_the_reason_counts_the_words():
    assert reasons(find, talk("requester: I NEED THIS now")) == ["3 words in capitals"]
    assert reasons(find, talk("requester: NEVER mind")) == ["a word in capitals"]


def test_four_times_as_many_short_runs_are_about_four_times_the_work():
    short, long = (talk("requester: " + "@x " * count + "yes [ GO NOT on: " * count) for count in (100, 400))
    assert quotes(find, long) == []
    assert calls(lambda: quotes(find, long)) < 5 * calls(lambda: quotes(find, short))


def calls(work):
    """How many functions are called, which no busy machine changes."""
    counted = 0

    def count(frame, event, argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted
