"""Runs of marks that press, and those that do not."""

from functools import partial

import pytest

from calmdesk.playbook.detectors import Punctuation
from calmdesk.signals.detectors import punctuation
from tests.signals.detectors.looking import quotes, reasons, seen
from tests.talk import talk

find = partial(punctuation.find, Punctuation(marks=3))


def test_the_marks_are_found_to_the_character():
    assert seen(find, talk("requester: help???!")) == [("m1", 4, 8)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Why?!? And how!!!", ["?!?", "!!!"]),
        ("help! ! !", ["! ! !"]),
        ("？？？", ["？？？"]),
        ("is anyone there‼!", ["‼!"]),
        ("???", ["???"]),
        ("thanks, but why is it slow???", ["???"]),
        ("it never works!!!", ["!!!"]),
        ("not happy!!!", ["!!!"]),
    ],
)
def test_what_presses(text, found):
    assert quotes(find, talk(f"requester: {text}")) == found


@pytest.mark.parametrize(
    "text",
    [
        "Really?? Yes!!",
        "Thank you so much!!!",
        "It works!!!",
        "Hi all!!!",
        "version = ???",
        "Serial number: ???",
        "https://example.test/?a=???",
        "`a ??? b`",
        "the path is ???/bin",
        "(???) was in the log",
        "> where is it???",
        "a? b! c?",
        "",
    ],
)
def test_what_does_not_press(text):
    assert quotes(find, talk(f"requester: {text}")) == []


def test_the_reason_counts_the_marks():
    assert reasons(find, talk("requester: help ?? ??")) == ["4 marks in a row"]
