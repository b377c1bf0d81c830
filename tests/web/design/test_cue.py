from __future__ import annotations

from itertools import pairwise

import pytest

from calmdesk.web.design.cue import REST, Cue, Decision, Shown, Turn, answered_since, decide
from tests.web.conftest import conversation

LISTEN = Cue("say_nothing_yet", "Say nothing yet", "Go on.", "m1")
HISTORY = Cue("acknowledge_the_history", "Acknowledge the history", "You've told us.", "m3")
SAFETY = Cue("get_help_now", "Get help now", "I'm ending this call now.", "m3", at_once=True)


def test_nothing_to_change_is_quiet() -> None:
    assert decide(None, None, 100.0) == decide(Shown("give_a_time", "m1", 0.0), None, 100.0) == Decision(Turn.QUIET)


def test_the_first_cue_comes_at_once() -> None:
    assert decide(None, LISTEN, 100.0) == Decision(Turn.NEW)


def test_another_cue_waits_until_the_last_new_one_is_20_seconds_old() -> None:
    shown = Shown(LISTEN.move, "m1", 100.0)
    assert decide(shown, HISTORY, 107.5) == Decision(Turn.KEEP, again_in=12.5)
    assert decide(shown, HISTORY, 100.0 + REST) == Decision(Turn.NEW)


def test_the_same_cue_stays_and_is_not_new() -> None:
    assert decide(Shown(LISTEN.move, "m1", 100.0), LISTEN, 101.0) == Decision(Turn.SAME)
    assert decide(Shown(LISTEN.move, "m1", 100.0), LISTEN, 900.0) == Decision(Turn.SAME)


def test_once_it_was_answered_the_old_cue_does_not_stand_while_a_new_one_waits() -> None:
    answered = Shown(LISTEN.move, "m1", 100.0, answered=True)
    assert decide(answered, HISTORY, 105.0) == Decision(Turn.QUIET, again_in=15.0)
    assert decide(answered, LISTEN, 105.0) == Decision(Turn.QUIET, again_in=15.0)
    assert decide(answered, LISTEN, 121.0) == Decision(Turn.NEW)


@pytest.mark.parametrize("answered", [True, False])
def test_safety_and_conduct_do_not_wait(answered: bool) -> None:
    assert decide(Shown(LISTEN.move, "m1", 100.0, answered), SAFETY, 100.1) == Decision(Turn.NEW)


def test_a_clock_that_was_set_back_holds_nothing_for_longer_than_the_rest() -> None:
    assert decide(Shown(LISTEN.move, "m1", 9_000.0), HISTORY, 100.0) == Decision(Turn.KEEP, again_in=REST)


@pytest.mark.parametrize("shown", [None, Shown(LISTEN.move, "m1", 100.0, answered=True)])
def test_where_the_hour_has_no_room_a_new_cue_waits_and_safety_does_not(shown: Shown | None) -> None:
    assert decide(shown, HISTORY, 200.0, free_in=900.0) == Decision(Turn.QUIET, again_in=900.0, full=True)
    assert decide(shown, SAFETY, 200.0, free_in=900.0) == Decision(Turn.NEW)
    assert decide(shown, None, 200.0, free_in=900.0) == Decision(Turn.QUIET)


def test_what_stands_may_stay_where_the_hour_has_no_room() -> None:
    shown = Shown(LISTEN.move, "m1", 100.0)
    assert decide(shown, LISTEN, 200.0, free_in=900.0) == Decision(Turn.SAME)
    assert decide(shown, HISTORY, 200.0, free_in=900.0) == Decision(Turn.KEEP, again_in=900.0, full=True)


def test_at_most_one_new_cue_in_20_seconds_whatever_is_wanted_when() -> None:
    shown, new = None, []
    for second in range(0, 300, 3):
        wanted = (LISTEN, HISTORY, None)[second % 7 % 3]
        if decide(shown, wanted, float(second)).turn is Turn.NEW and wanted:
            shown = Shown(wanted.move, wanted.after, float(second), answered=second % 2 == 0)
            new.append(second)
    assert len(new) > 5
    assert all(later - earlier >= REST for earlier, later in pairwise(new))


def test_answered_means_that_the_desk_spoke_to_the_caller_since() -> None:
    talk = conversation()
    assert answered_since(talk, "m1")
    assert not answered_since(talk, "m3")
    assert answered_since(talk, "gone")
    note = {"id": "m4", "sender": "A1", "text": "A note.", "internal": True}
    messages = [{"id": one.id, "sender": one.sender, "text": one.text} for one in talk.messages]
    assert not answered_since(conversation(messages=[*messages, note]), "m3")
