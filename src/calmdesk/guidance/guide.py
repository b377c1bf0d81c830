"""The one place that makes the card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from calmdesk.conversation import Conversation
from calmdesk.guidance.policy import POLICY, WHILE_THEY_WAIT, Line
from calmdesk.guidance.state import Facts, State, states
from calmdesk.guidance.values import Guidance, Shown
from calmdesk.guidance.words import facts_of, fitting
from calmdesk.moves import move_engine_for
from calmdesk.playbook import Boundary, NextMove, Playbook
from calmdesk.signals import Scanned, TriggerSeen
from calmdesk.temperature import Temperature

_SHOWN = 3
_FALLEN = 0.9


def guide(
    conversation: Conversation,
    scanned: Sequence[Scanned],
    heats: Sequence[Temperature],
    triggers: Sequence[TriggerSeen],
    playbook: Playbook,
    *,
    facts: Facts | None = None,
    declined: frozenset[str] = frozenset(),
) -> Guidance | None:
    """
    The card after the newest message, or None where nothing has to change.

    A move that was tried and did not lower the tension is not offered again right away; `declined` ones, which an
    agent called unhelpful here, not at all. Once the desk has answered, only what the clock calls for is left: a missed
    promise, a wait in silence, a look whether it holds.
    """
    found = states(scanned, heats, triggers, move_engine_for(playbook), facts or Facts())
    if not found:
        return None
    if _desk_spoke_last(scanned):
        waiting = _choose(found[-1], declined, WHILE_THEY_WAIT)
        return _card(conversation, found[-1], waiting, playbook) if waiting else None
    chosen: tuple[Line, tuple[Shown, ...]] | None = None
    for place, state in enumerate(found):
        failed = frozenset({chosen[0].move}) if chosen and _failed(found[place - 1], state) else frozenset()
        chosen = _choose(state, failed | declined)
    return _card(conversation, found[-1], chosen, playbook) if chosen else None


def _choose(
    state: State, left_out: frozenset[str], policy: Sequence[Line] = POLICY
) -> tuple[Line, tuple[Shown, ...]] | None:
    for line in policy:
        if line.move in left_out and not line.standing:
            continue
        called = line.when(state)
        if called is not None:
            return line, called
    return None


def _failed(earlier: State, later: State) -> bool:
    """Whether the desk answered in between and the tension did not fall."""
    return later.flow == 1 and later.heat.tension > _FALLEN * earlier.heat.tension


def _desk_spoke_last(scanned: Sequence[Scanned]) -> bool:
    for item in reversed(scanned):
        if item.moment.spoken and not item.moment.message.internal:
            return item.moment.from_desk
    return False


def _card(
    conversation: Conversation, state: State, chosen: tuple[Line, tuple[Shown, ...]], playbook: Playbook
) -> Guidance | None:
    line, called = chosen
    # Which boundary it is, the ladder says.
    name = {"boundary": state.facts.boundary, "redirect": state.facts.redirect}.get(line.move) or line.move
    content = content_of(name, playbook.next_moves, playbook.boundaries)
    if content is None:
        return None
    message = state.item.moment.message
    say = fitting(
        content.say,
        channel=state.channel,
        situations=state.triggers.keys(),
        facts=facts_of(conversation, message.sender),
    )
    return Guidance(
        move=name,
        title=content.title,
        practice=line.practice,
        why=content.why if isinstance(content, NextMove) else content.why_it_matters,
        say=say,
        avoid=content.avoid if isinstance(content, NextMove) else (),
        after=message.id,
        shown=called[:_SHOWN],
    )


def content_of(
    name: str, moves: Mapping[str, NextMove], boundaries: Mapping[str, Boundary]
) -> NextMove | Boundary | None:
    """What the playbook says of a move; None where a team took it out."""
    return moves.get(name) or boundaries.get(name)
