"""What guidance is told beyond the words: which boundary is due, which promise was missed, who waits in silence."""

from __future__ import annotations

from collections.abc import Sequence

from calmdesk.conversation import Stage
from calmdesk.escalation import Ladder
from calmdesk.guidance import Facts, Shown
from calmdesk.guidance.state import shown
from calmdesk.promises import LeftWaiting, Promise, State


def facts_for_guidance(ladder: Ladder | None, promises: Sequence[Promise], silence: LeftWaiting | None) -> Facts:
    """A boundary against conduct, or around a safeguard, is firm; one against drifting can wait for empathy."""
    missed = next((one for one in reversed(promises) if one.state is State.BROKEN and not one.estimate), None)
    facts = Facts(
        missed_promise=_words(missed) if missed else None, waits_in_silence=_words(silence) if silence else None
    )
    due = ladder.due if ladder is not None else None
    if due is None:
        return facts
    words = shown(due.behaviour)
    if due.behaviour.stage is Stage.CONDUCT or due.boundary == "hold_the_safeguard":
        return facts._replace(boundary=due.boundary, boundary_shown=words)
    return facts._replace(redirect=due.boundary, redirect_shown=words)


def _words(of: Promise | LeftWaiting) -> Shown:
    return Shown(message=of.message, start=of.start, end=of.end, quote=of.quote)
