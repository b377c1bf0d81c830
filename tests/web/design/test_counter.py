from __future__ import annotations

import pytest

from calmdesk.conversation import conversation_from_dict
from calmdesk.playbook import load_playbook
from calmdesk.reading import read
from calmdesk.web.design.counter import LABELS, NOTES, CounterCard, Level, Tap, counter_card, level_of, taps_of

PLAYBOOK = load_playbook()
E_, I_, R_, W_, C_, S_ = Tap


def card(*taps: Tap | None, words: tuple[str, ...] = ()) -> CounterCard:
    talk = conversation_from_dict(
        {
            "id": "visit-1",
            "channel": "in_person",
            "participants": [{"id": "U1", "role": "requester"}, {"id": "A1", "role": "agent"}],
            "messages": [{"id": f"m{place}", "sender": "U1", "text": text} for place, text in enumerate(words)],
        }
    )
    return counter_card(taps, talk, read(talk, PLAYBOOK), PLAYBOOK)


def test_each_tap_has_its_label_and_its_note() -> None:
    assert set(LABELS) == set(NOTES) == set(Tap)


@pytest.mark.parametrize(
    ("taps", "level"),
    [
        ((), Level.EVEN),
        ((E_,), Level.EVEN),
        ((W_,), Level.EVEN),
        ((I_,), Level.IMPATIENT),
        ((R_, I_, E_, None), Level.LOUD),
        ((R_, C_), Level.EVEN),
        ((R_, C_, I_), Level.IMPATIENT),
        ((R_, S_), Level.SOLVED),
        ((S_, R_), Level.LOUD),
    ],
)
def test_how_it_stands(taps: tuple[Tap | None, ...], level: Level) -> None:
    assert level_of(taps) is level
    assert card(*taps).level is level


def test_every_card_has_all_its_lines_and_one_wording() -> None:
    for taps in ((), (E_,), (I_,), (R_,), (W_,), (R_, W_), (R_, C_), (R_, C_, W_, S_)):
        found = card(*taps)
        assert found.posture
        assert found.pace
        assert found.audience
        assert found.title
        assert found.say
        assert "{" not in found.say


def test_somebody_waiting_is_seen_to() -> None:
    assert card(I_).audience == "Nobody waiting."
    assert card(I_, W_).audience == "Nod to them, then back to this one."
    assert card(R_, W_).title == card(W_, R_).title == "Step aside"
    assert card(R_, W_, C_).title == "Say the next step"


def test_words_ask_for_the_move_of_the_reading_until_the_next_tap() -> None:
    words = ("Last time this took you a week.",)
    asked_for = card(None, words=words)
    assert asked_for.move not in ("", card(E_, words=words).move)
    assert asked_for.say
    assert card(None, E_, words=words).move == "restate_the_problem"


def test_safety_outlasts_every_tap() -> None:
    found = card(None, R_, W_, words=("I will wait for you outside and break your jaw.",))
    assert found.move == "get_help_now"
    assert found.at_once


def test_taps_come_from_the_messages_and_words_stand_for_themselves() -> None:
    talk = conversation_from_dict(
        {
            "id": "visit-1",
            "channel": "in_person",
            "participants": [{"id": "U1", "role": "requester"}, {"id": "A1", "role": "agent"}],
            "messages": [
                {"id": "m1", "sender": "U1", "text": "It is at ten."},
                {"id": "m2", "sender": "A1", "text": "A raised voice.", "internal": True, "x": {"tap": "raised"}},
                {"id": "m3", "sender": "A1", "text": "A note.", "internal": True, "x": {"tap": 7}},
            ],
        }
    )
    assert taps_of(talk) == (None, Tap.RAISED)
