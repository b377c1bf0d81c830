"""What guidance is told beyond the words: which boundary is due, which promise was missed, who waits in silence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from calmdesk.conversation import Conversation, Stage, Status
from calmdesk.escalation import Ladder
from calmdesk.guidance import Facts, Shown
from calmdesk.guidance.state import shown
from calmdesk.promises import LeftWaiting, Promise, State

# After a day one can tell whether a fix holds; after a week asking is odd.
_FOLLOW_UP = (timedelta(days=1), timedelta(days=7))


def facts_for_guidance(
    conversation: Conversation,
    ladder: Ladder,
    promises: Sequence[Promise],
    waiting: LeftWaiting | None,
    *,
    now: datetime,
) -> Facts:
    """A boundary against conduct, or around a safeguard, is firm; one against drifting can wait for empathy."""
    is_over = conversation.status in (Status.SOLVED, Status.CLOSED)
    # Of a settled matter the ledger still shows what was missed; nobody has to write about it today.
    missed = None if is_over else _last_missed(promises)
    facts = Facts(
        missed_promise=_words(missed) if missed else None,
        waits_in_silence=_words(waiting) if waiting else None,
        follow_up=is_over and _FOLLOW_UP[0] <= now - _last_time(conversation, now) <= _FOLLOW_UP[1],
    )
    due = ladder.due
    if due is None:
        return facts
    words = shown(due.behaviour)
    if due.behaviour.stage is Stage.CONDUCT or due.boundary == "hold_the_safeguard":
        return facts._replace(boundary=due.boundary, boundary_shown=words)
    return facts._replace(redirect=due.boundary, redirect_shown=words)


def _last_missed(promises: Sequence[Promise]) -> Promise | None:
    return next((one for one in reversed(promises) if one.state is State.BROKEN and not one.estimate), None)


def _last_time(conversation: Conversation, now: datetime) -> datetime:
    times = [message.sent_at for message in conversation.messages if message.sent_at is not None]
    return conversation.closed_at or max(times, default=now)


def _words(of: Promise | LeftWaiting) -> Shown:
    return Shown(message=of.message, start=of.start, end=of.end, quote=of.quote)
