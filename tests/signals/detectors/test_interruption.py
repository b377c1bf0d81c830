"""Cutting in and talking over, from times and from a recording's own marks."""

from functools import partial

import msgspec
import pytest

from calmdesk.conversation import Channel, Conversation
from calmdesk.playbook.detectors import Interruption
from calmdesk.signals.detectors import interruption
from tests.signals.detectors.looking import reasons, seen
from tests.talk import talk

once = partial(interruption.find, Interruption(seconds=0.7, words=3, times=1))
twice = partial(interruption.find, Interruption(seconds=0.7, words=3, times=2))
TURN = "agent <start=0 end=6>: so first we open the settings"


def call(*lines: str) -> Conversation:
    return talk("\n".join(lines), Channel.VOICE)


def test_speaking_into_a_turn_is_seen_with_its_length():
    conversation = call(TURN, "requester <start=4 end=9>: no no no")
    assert seen(once, conversation) == [("m2", 0, 0)]
    assert reasons(once, conversation) == ["speaks at the same time as the other for about 2 seconds"]


def test_the_second_time_is_counted():
    conversation = call(
        TURN,
        "requester <start=4 end=7>: no no no",
        "agent <start=8 end=14>: then the second page and",
        "requester <start=11 end=15>: no no no",
    )
    assert seen(twice, conversation) == [("m4", 0, 0)]
    assert reasons(twice, conversation) == ["speaks while the other is speaking (2 times so far)"]


@pytest.mark.parametrize(
    "reply",
    [
        "requester <start=6 end=9>: no no no",
        "requester <start=5.4 end=9>: no no no",
        "requester <start=4 end=9>: mhm yes",
        "requester: no no no",
    ],
)
def test_turns_that_touch_and_words_of_listening_are_none(reply):
    assert seen(once, call(TURN, reply)) == []


def test_speaking_over_a_word_of_listening_is_none():
    assert seen(once, call("agent <start=0 end=6>: mhm", "requester <start=4 end=9>: no no no")) == []


def test_a_turn_is_found_behind_a_word_of_listening():
    conversation = call(TURN, "requester <start=2 end=2.3>: mhm", "requester <start=4 end=9>: no no no")
    assert seen(once, conversation) == [("m3", 0, 0)]


def test_the_overlap_ends_where_the_shorter_turn_ends():
    long = partial(interruption.find, Interruption(seconds=2.5, words=3, times=1))
    assert seen(long, call(TURN, "requester <start=1 end=3>: no no no")) == []
    assert seen(long, call(TURN, "requester <start=1 end=3.5>: no no no")) == [("m2", 0, 0)]


def marked(conversation: Conversation) -> Conversation:
    first, second = conversation.messages
    second = msgspec.structs.replace(second, interrupts="m1")
    return msgspec.structs.replace(conversation, messages=(first, second))


def test_a_mark_without_times_counts_as_cutting_in_but_not_as_talking_over():
    conversation = marked(call("agent: so first we open the settings", "requester: no no no"))
    assert seen(once, conversation) == [("m2", 0, 0)]
    assert seen(partial(interruption.find, Interruption(seconds=2.5, words=3, times=1)), conversation) == []


def test_a_mark_that_the_times_do_not_bear_out_is_not_believed():
    assert seen(once, marked(call(TURN, "requester <start=5.9 end=9>: no no no"))) == []
