"""A raised voice against the own baseline."""

from functools import partial

import pytest

from calmdesk.conversation import Channel, Conversation
from calmdesk.playbook.detectors import Loudness
from calmdesk.signals.detectors import loudness
from tests.signals.detectors.looking import reasons, seen
from tests.talk import talk

find = partial(loudness.find, Loudness(rise=6, turns_before=3))


def turns(*levels: str, who: str = "requester") -> Conversation:
    lines = [f"{who} <start={2 * place} end={2 * place + 1} loud={level}>: word" for place, level in enumerate(levels)]
    return talk("\n".join(lines), Channel.VOICE)


def test_a_turn_well_above_the_own_median_is_seen_as_a_whole():
    conversation = turns("-30,-30", "-31,-31", "-29,-29", "-20,-20")
    assert seen(find, conversation) == [("m4", 0, 0)]
    assert reasons(find, conversation) == ["about 10 dB louder than this person's usual level"]


def test_positive_scales_work_too():
    assert seen(find, turns("60,60", "61,61", "59,59", "70,70")) == [("m4", 0, 0)]


@pytest.mark.parametrize(
    "levels",
    [
        ("-30,-30", "-31,-31", "-20,-20"),
        ("-30,-30", "-30,-30", "-30,-30", "-24.1,-24.1"),
        ("-30,-30", "-30,-30", "-30,-30", "-10"),
        ("-40,-40", "-20,-20", "-30,-30", "-20,-20"),
        ("-10,-10", "-10,-10", "-10,-10", "-10,-10"),
        ("-30,-30", "-30,-30", "-30,-30", "-40,-40"),
    ],
    ids=["too little heard", "not enough", "one noise", "up and down", "always loud", "quieter"],
)
def test_what_is_no_raised_voice(levels):
    assert seen(find, turns(*levels)) == []


@pytest.mark.parametrize("who", ["agent", "supervisor"])
def test_the_desks_voices_are_never_measured(who):
    assert seen(find, turns("-30,-30", "-31,-31", "-29,-29", "-10,-10", who=who)) == []


def test_pauses_inside_a_turn_do_not_lower_it():
    assert seen(find, turns("-30,-30", "-31,-31", "-29,-29", "-20,-90,-20")) == [("m4", 0, 0)]
    assert seen(find, turns("60,60", "61,61", "59,59", "70,5,70")) == [("m4", 0, 0)]
