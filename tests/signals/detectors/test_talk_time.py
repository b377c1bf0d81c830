"""Holding the floor, from times alone."""

from functools import partial

import msgspec

from calmdesk.conversation import Channel, Conversation
from calmdesk.playbook.detectors import TalkTime
from calmdesk.signals.detectors import talk_time
from tests.signals.detectors.looking import reasons, seen
from tests.talk import talk

find = partial(talk_time.find, TalkTime(share=0.95, seconds=90))


def call(*turns: tuple[str, float, float]) -> Conversation:
    return talk("\n".join(f"{who} <start={start} end={end}>: word" for who, start, end in turns), Channel.VOICE)


def test_the_message_that_completes_the_stretch_is_seen_once():
    conversation = call(("agent", 0, 4), ("requester", 4, 60), ("requester", 60, 110), ("requester", 110, 130))
    assert seen(find, conversation) == [("m3", 0, 0)]
    assert reasons(find, conversation) == ["100% of the talking in the last 90 seconds"]


def test_a_share_below_the_measure_is_nothing():
    assert seen(find, call(("agent", 0, 4), ("requester", 4, 60), ("agent", 60, 65), ("requester", 65, 120))) == []


def test_before_the_desk_has_spoken_it_is_the_opening():
    assert seen(find, call(("requester", 0, 60), ("requester", 60, 120))) == []


def test_a_stretch_of_silence_is_not_holding_the_floor():
    assert seen(find, call(("agent", 0, 4), ("requester", 60, 70), ("requester", 100, 130))) == []


def test_without_times_nothing_is_said():
    assert seen(find, talk("agent: hi\nrequester: word\nrequester: word", Channel.VOICE)) == []


def test_loudness_changes_nothing():
    conversation = call(("agent", 0, 4), ("requester", 4, 60), ("requester", 60, 110))
    loud = tuple(msgspec.structs.replace(message, loudness_db=(-1.0, -90.0)) for message in conversation.messages)
    assert seen(find, msgspec.structs.replace(conversation, messages=loud)) == seen(find, conversation)
