"""The phrase engine on a playbook of its own, so that words of the real one may change."""

import json
import tomllib

import msgspec
import pytest

from calmdesk.conversation import Channel
from calmdesk.playbook import Playbook, Sign
from calmdesk.signals import Engine, scan
from tests.talk import builtin, talk

SIGN = """
title = "Test sign"
stage = "early"
since = "0.1"
practice = ["P-2.4"]
stance = "upset"
heat = 0.3
definition = "x for a test"
why_it_matters = "x for a test"
often_innocent_when = ["x for a test"]
what_helps = "x for a test"
[source]
document = "de-escalation-article"
section = "Small signs"
[detector]
kind = "phrases"
"""


def engine_of(detector: str) -> Engine:
    """An engine that knows one sign, with the word lists of the playbook that comes along."""
    sign = msgspec.convert(tomllib.loads(SIGN + detector), Sign)
    named = {"tried": msgspec.structs.replace(sign, id="tried")}
    return Engine(Playbook(signs=named, triggers={}, words=builtin().words, documents=builtin().documents))


def find(detector: str, dialogue: str, channel: Channel = Channel.CHAT) -> list[str]:
    """Quotes that a detector finds in a dialogue."""
    scanned = scan(talk(dialogue, channel), engine_of(detector))
    return [finding.quote for item in scanned for finding in item.findings]


def test_the_end_of_the_sentence_may_be_one_of_several():
    detector = """phrases = ["come back (again|now|$)"]"""
    assert find(detector, "requester: Come back. I come back now! They come back later, we come back") == [
        "Come back",
        "come back now",
        "come back",
    ]


def test_a_short_form_may_be_one_of_several_endings():
    detector = """phrases = ["i (am|'m|was) (leaving|gone)"]"""
    assert find(detector, "requester: I'm leaving. I am gone.") == ["I'm leaving", "I am gone"]
    assert find(detector, "requester: I\u2019m leaving.") == ["I\u2019m leaving"]


def phrases(*texts: str) -> str:
    return f"phrases = {json.dumps(texts, ensure_ascii=False)}\n"


@pytest.mark.parametrize(
    ("phrase", "text", "quote"),
    [
        ("you never listen", "Well, You never  listen!", "You never  listen"),
        ("you never listen", "you never\nlisten", "you never\nlisten"),
        ("you (guys|people)? never", "you people never", "you people never"),
        ("you (guys|people)? never", "you never", "you never"),
        ("you ~2 slow", "you are so slow", "you are so slow"),
        ("escalat* this", "escalating this", "escalating this"),
        ("we can't wait", "we can’t wait", "we can’t wait"),
        ("we can't wait", "we cant wait", "we cant wait"),
        ("^ whatever $", "Ok. Whatever. Bye", "Whatever"),
        ("^ whatever", "whatever you say", "whatever"),
        ("^ whatever $", "@desk @it-help, Whatever", "Whatever"),
        ("^ whatever $", "Ok.\n@desk: whatever!", "whatever"),
        ("so bad", "soooo bad", "soooo bad"),
        ("24/7", "on call 24/7 here", "24/7"),
    ],
)
def test_a_phrase_finds_exactly_its_words(phrase, text, quote):
    detector = phrases(phrase) + "negation = false\n"
    assert find(detector, f"requester: {text}") == [quote]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("you never listen", "you never. listen"),
        ("you never listen", "you never listened"),
        ("you ~2 slow", "you are so very very slow"),
        ("^ whatever $", "whatever you say"),
        ("^ whatever $", "ask desk@work whatever"),
        ("bad", "badly embad"),
        ("bad", "see `bad` or https://bad.test/bad"),
        ("bad", "> bad"),
        ("bad", 'he called it "bad"'),
        ("bad", "2026-01-05 10:00:00 bad"),
    ],
)
def test_a_phrase_stays_silent_elsewhere(phrase, text):
    assert find(phrases(phrase) + "negation = false\n", f"requester: {text}") == []


@pytest.mark.parametrize(
    "text",
    ["it is not bad", "I don't think it is bad", "never bad", "I am not saying that is bad", "it wasnt that bad"],
)
def test_a_negation_shortly_before_makes_it_harmless(text):
    assert find(phrases("bad"), f"requester: {text}") == []


@pytest.mark.parametrize("text", ["not only bad", "I can't believe bad", "No, bad", "it did not work. bad"])
def test_a_negation_that_turns_nothing_round_is_passed_over(text):
    assert find(phrases("bad"), f"requester: {text}") == ["bad"]


def test_unless_looks_at_the_same_sentence_only():
    detector = phrases("bad") + 'unless = ["joking"]\n'
    assert find(detector, "requester: bad, only joking") == []
    assert find(detector, "requester: bad. Only joking") == ["bad"]


def test_only_the_speaker_that_is_meant_counts():
    dialogue = "requester: bad\nagent: bad\nsystem: bad\nother: bad"
    assert len(find(phrases("bad"), dialogue)) == 2
    assert len(find(phrases("bad") + 'speaker = "agent"\n', dialogue)) == 1
    assert len(find(phrases("bad") + 'speaker = "anyone"\n', dialogue)) == 3


def test_a_sign_may_ask_that_the_desk_has_spoken():
    detector = phrases("bad") + "after_desk = true\n"
    assert find(detector, "requester: bad\nagent: hi\nrequester: so bad") == ["bad"]


def test_a_sign_may_leave_out_the_opening():
    assert find(phrases("bad") + "opening = false\n", "requester: bad\nagent: hi") == []


def test_a_sign_may_look_at_short_messages_only():
    assert find(phrases("bad") + "max_words = 2\n", "requester: very bad\nrequester: it is very bad") == ["bad"]


def test_the_longest_of_overlapping_hits_is_kept():
    assert find(phrases("so bad", "so bad today"), "requester: so bad today") == ["so bad today"]


def test_automatic_messages_are_not_read():
    assert find(phrases("bad"), "requester <automatic=1>: bad") == []


def test_in_notes_from_the_counter_quotation_marks_hold_what_the_person_said():
    dialogue = 'requester: At the desk. "Bad service", he says.'
    assert find(phrases("bad service"), dialogue, Channel.IN_PERSON) == ["Bad service"]
    assert find(phrases("bad service"), dialogue, Channel.CHAT) == []
