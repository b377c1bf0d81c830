"""First shift and tension on signs of known heat, given directly."""

import pytest

from calmdesk.conversation import Conduct, Stance
from calmdesk.signals import engine_for, scan
from calmdesk.temperature import ARRIVED_TENSE, Judgement, first_shifts, loudest, temperatures
from tests.talk import builtin, talk


def shifts_of(heats, speakers=None):
    """First shifts where message n of the requesters has heats[n]."""
    speakers = speakers or ["requester"] * len(heats)
    conversation = talk("\n".join(f"{who}: message about the printer" for who in speakers))
    scanned = scan(conversation, engine_for(builtin()))

    def judge(_scanned, place):
        heat = heats[place]
        return Judgement(heat=heat, stance=Stance.UPSET if heat >= 0.3 else Stance.CALM, conduct=Conduct.NONE)

    values = temperatures(conversation, scanned, judge)
    return first_shifts(conversation, scanned, values), values


def test_calm_throughout_has_no_shift():
    shifts, values = shifts_of([0, 0, 0])
    assert shifts == ()
    assert loudest(values) is None


def test_the_shift_is_the_first_clear_rise_and_not_the_loudest_moment():
    (shift,), values = shifts_of([0, 0, 0.35, 0.4, 0.9])
    assert (shift.message, shift.noticed_at) == ("m3", "m3")
    assert loudest(values) == "m5"


def test_a_slight_rise_is_believed_when_the_next_message_bears_it_out():
    (shift,), _ = shifts_of([0, 0.2, 0.2, 0.9])
    assert (shift.message, shift.noticed_at) == ("m2", "m3")


def test_a_slight_rise_alone_is_no_shift():
    assert shifts_of([0, 0.2, 0, 0])[0] == ()


def test_an_opening_that_is_tense_is_the_shift_with_that_reason():
    (shift,), _ = shifts_of([0.6, 0.6])
    assert shift.message == "m1"
    assert shift.reasons[0] == ARRIVED_TENSE


def test_a_person_is_measured_against_their_own_messages():
    speakers = ["requester", "requester2", "requester", "requester2", "requester2"]
    shifts, _ = shifts_of([0, 0.2, 0, 0, 0.5], speakers)
    assert [(shift.person, shift.message) for shift in shifts] == [("requester2", "m5")]


@pytest.mark.parametrize("cut", range(1, 7))
def test_the_shift_once_noticed_never_moves(cut):
    heats = [0, 0.2, 0.2, 0, 0.5, 0.9]
    whole, _ = shifts_of(heats)
    prefix, _ = shifts_of(heats[:cut])
    noticed_at = int(whole[0].noticed_at[1:])
    assert prefix == (whole if cut >= noticed_at else ())


def test_tension_falls_after_calm_messages_and_faster_after_thanks():
    _, values = shifts_of([0.8, 0, 0])
    levels = [value.tension for value in values]
    assert levels[0] > levels[1] > levels[2] > 0


def test_on_the_desks_message_tension_is_the_level_at_that_time():
    conversation = talk("requester: you are an idiot\nagent: I see.\nrequester: thanks, it works")
    scanned = scan(conversation, engine_for(builtin()))
    _, values = shifts_of([0.8, 0.0, 0.0], ["requester", "agent", "requester"])
    assert values[1].tension == values[0].tension
    assert values[1].stance is None
    assert len(scanned) == 3
