"""
The policy: from where a conversation stands to the one next move. Read downwards; the first line that holds wins.

People's safety comes first, then limits, then what was missed or said in vain, then the person, then the matter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import re2

from calmdesk.conversation import Channel, Conduct
from calmdesk.guidance.state import State
from calmdesk.guidance.values import Shown

_WORKS = re2.compile(
    r"(?i)\b(?:(?:it|that|this|everything|all|which) (?:all )?(?:works|is working|worked|did it|did the trick|"
    r"fixed it|solved it|is fixed|is solved|is sorted)|it's (?:working|fixed|solved|sorted)|works (?:again|now|fine)|"
    r"(?:is|are|i am|i'm|we are|we're) (?:back (?:in|up|online)|working again))\b"
)
_NOT_YET = re2.compile(
    r"(?i)\b(?:not|still|never|n't|but|when|until|till|once|if|hope|should|will|would|tomorrow|nothing)\b|n't\b"
)
# The words that call for the move; None where it is not called for, empty where it is not in the words.
Called = Callable[[State], tuple[Shown, ...] | None]


class Line(NamedTuple):
    """A move, the practice it comes from, and when it is due. A `standing` one is offered again where it failed."""

    move: str
    practice: str
    when: Called
    standing: bool = False


def _signs(*names: str) -> Called:
    return lambda state: state.signs(*names) or None


def _in_danger(state: State) -> tuple[Shown, ...] | None:
    if state.conduct in (Conduct.THREAT, Conduct.HARASSMENT):
        return state.tense_words()
    return None


def _boundary_due(state: State) -> tuple[Shown, ...] | None:
    if state.facts.boundary is None:
        return None
    return (state.facts.boundary_shown,) if state.facts.boundary_shown else ()


def _redirect_due(state: State) -> tuple[Shown, ...] | None:
    if state.facts.redirect is None:
        return None
    return (state.facts.redirect_shown,) if state.facts.redirect_shown else ()


def _venting(state: State) -> tuple[Shown, ...] | None:
    if state.live and state.flow_tense and state.in_flow and "?" not in state.item.moment.text:
        return state.tense_words()
    return None


def _time_has_passed(state: State) -> tuple[Shown, ...] | None:
    return (state.facts.missed_promise,) if state.facts.missed_promise else None


def _talks_past(state: State) -> tuple[Shown, ...] | None:
    return state.signs("says_they_are_misunderstood") or None


def _explained_to_the_escalated(state: State) -> tuple[Shown, ...] | None:
    return state.tense_words() if state.escalated and not state.is_opening else None


def _too_many_questions(state: State) -> tuple[Shown, ...] | None:
    curt = state.signs("answers_in_one_word", "sidesteps_the_question", "brushes_off_the_question", "details_dry_up")
    if curt or ("stacks_questions" in state.answered and state.tense):
        return curt or state.tense_words()
    return None


def _leadership(state: State) -> tuple[Shown, ...] | None:
    said = state.signs("copies_in_leadership", "copies_in_more_people", "mentions_management", "asks_for_a_superior")
    return said or state.trigger("stakeholder") or None if state.tense or said else None


def _effect_unnamed(state: State) -> tuple[Shown, ...] | None:
    if state.tense and "acknowledges" not in state.since_tense:
        return state.tense_words()
    return None


def _much_was_told(state: State) -> tuple[Shown, ...] | None:
    restated = {"paraphrases", "summarises"} & (state.since_tense | state.answered)
    if state.told_a_lot and not restated and state.tense:
        return state.tense_words()
    return None


def _no_next_step(state: State) -> tuple[Shown, ...] | None:
    moved_on = {"next_step", "answers", "status", "offers_choice", "clarifies_one"}
    return state.tense_words() if state.tense and not moved_on & state.answered else None


def _no_time(state: State) -> tuple[Shown, ...] | None:
    if state.tense and "next_step" in state.answered and "time" not in state.since_tense | state.answered:
        return state.tense_words()
    return None


def _works_again(state: State) -> tuple[Shown, ...] | None:
    said = _WORKS.search(state.item.moment.text) and not _NOT_YET.search(state.item.moment.text)
    return () if said and state.calm and not state.is_opening and "?" not in state.item.moment.text else None


def _waits_in_silence(state: State) -> tuple[Shown, ...] | None:
    return (state.facts.waits_in_silence,) if state.facts.waits_in_silence else None


def _several_blocked(state: State) -> tuple[Shown, ...] | None:
    said = state.signs("says_work_has_stopped", "names_business_impact")
    return said if said and state.is_opening else None


def _speaks_over(state: State) -> tuple[Shown, ...] | None:
    return state.signs("interrupts", "talks_over") or None if state.channel is Channel.VOICE else None


def _is_to_follow_up(state: State) -> tuple[Shown, ...] | None:
    return () if state.facts.follow_up and not state.tense else None


POLICY: tuple[Line, ...] = (
    # Somebody may come to harm.
    Line("stay_with_the_person", "P-10.7", _signs("speaks_of_self_harm"), standing=True),
    Line("get_help_now", "P-6.4", _in_danger, standing=True),
    # A limit is due, or a safeguard is asked away.
    Line("boundary", "P-6.1", _boundary_due, standing=True),
    Line("hold_the_safeguard", "P-5.3", _signs("asks_to_bypass"), standing=True),
    # They have not finished.
    Line("say_nothing_yet", "P-2.7", _venting),
    Line("slow_down", "P-3.1", _speaks_over),
    # What the desk owes them.
    Line("own_the_missed_promise", "P-7.4", _time_has_passed),
    Line(
        "acknowledge_the_history",
        "P-5.1",
        _signs(
            "brings_up_last_time",
            "counts_the_times",
            "says_ticket_was_closed_unsolved",
            "was_passed_around",
            "says_promise_was_broken",
        ),
    ),
    Line(
        "answer_the_silence",
        "P-7.5",
        _signs(
            "says_nobody_answers",
            "presses_for_an_update",
            "writes_again_unanswered",
            "says_they_feel_ignored",
            "says_the_wait_is_too_long",
        ),
    ),
    Line("send_an_update", "P-7.5", _waits_in_silence),
    Line(
        "use_what_they_told_you",
        "P-3.5",
        _signs("says_as_i_said", "repeats_the_complaint", "says_it_was_done_already", "says_it_again"),
    ),
    Line("separate_the_two", "P-1.5", _talks_past),
    Line(
        "turn_blame_to_facts",
        "P-13.4",
        _signs(
            "demands_to_know_whose_fault",
            "accuses_of_causing_it",
            "shifts_blame_to_another_team_or_vendor",
            "accuses_of_incompetent_service",
        ),
    ),
    # How to go on with somebody who is this tense.
    Line("hold_the_explanation", "P-2.7", _explained_to_the_escalated),
    Line("ask_one_question", "P-3.2", _too_many_questions),
    Line("offer_a_choice", "P-13.1", _signs("refuses_a_step", "objects_to_a_change")),
    Line("keep_it_factual", "P-8.2", _leadership),
    Line("acknowledge_the_effect", "P-5.1", _effect_unnamed),
    Line("redirect", "P-6.1", _redirect_due),
    Line("restate_the_problem", "P-3.3", _much_was_told),
    Line("raise_the_priority", "P-7.1", _several_blocked),
    Line("say_the_next_step", "P-7.3", _no_next_step),
    Line("give_a_time", "P-7.3", _no_time),
    # It is over.
    Line("check_it_holds", "P-13.6", _is_to_follow_up),
    Line("close_the_loop", "P-7.5", _works_again),
)

# What comes before all else that waits for an agent: somebody in danger, a limit that is due, a safeguard.
FIRST: tuple[str, ...] = tuple(line.move for line in POLICY if line.standing)

# While the requester waits for the desk, which wrote last: only what the clock calls for.
WHILE_THEY_WAIT: tuple[Line, ...] = (
    Line("own_the_missed_promise", "P-7.4", _time_has_passed),
    Line("send_an_update", "P-7.5", _waits_in_silence),
    Line("check_it_holds", "P-13.6", _is_to_follow_up),
)
