"""Speaking faster than the own usual pace."""

from functools import partial

from calmdesk.conversation import Channel, Conversation
from calmdesk.playbook.detectors import Pace
from calmdesk.signals.detectors import pace
from tests.signals.detectors.looking import reasons, seen
from tests.talk import talk

find = partial(pace.find, Pace(ratio=1.4, words=8, turns_before=3))


def turns(*seconds: float, who: str = "requester", words: int = 10) -> Conversation:
    lines = [
        f"{who} <start={20 * place} end={20 * place + length}>: {'word ' * words}"
        for place, length in enumerate(seconds)
    ]
    return talk("\n".join(lines), Channel.VOICE)


def test_a_turn_much_faster_than_the_median_is_seen_as_a_whole():
    assert seen(find, turns(5, 5, 5, 3)) == [("m4", 0, 0)]
    assert reasons(find, turns(5, 5, 5, 3)) == ["200 words a minute; usually about 120"]


def test_the_same_pace_a_little_faster_and_slower_are_nothing():
    assert seen(find, turns(5, 5, 5, 5)) == seen(find, turns(5, 5, 5, 4)) == seen(find, turns(5, 5, 5, 9)) == []


def test_too_little_heard_too_few_words_and_too_short_a_time_say_nothing():
    assert seen(find, turns(5, 5, 3)) == []
    assert seen(find, turns(5, 5, 5, 3, words=7)) == []
    assert seen(find, turns(5, 5, 5, 1.9)) == []


def test_no_voice_is_looked_at():
    quiet = turns(5, 5, 5, 3)
    assert all(message.loudness_db == () for message in quiet.messages)
    assert seen(find, turns(5, 5, 5, 3, who="agent")) == [("m4", 0, 0)]
