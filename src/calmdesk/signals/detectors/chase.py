"""Writing again before anybody answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from calmdesk.playbook.detectors import Chase
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment

# Words of a message that adds something or takes the request back; it does not wait for an answer.
_ADDS = frozenset(
    b"attached attachment attaching attach forgot screenshot screenshots log logs also additionally "
    b"addition ps fyi correction meant typo fixed solved resolved works worked working ignore disregard "
    b"cancel cancelled nevermind close closed found thanks thank below adding added info information "
    b"details".split()
)
_ASKS = frozenset(
    b"update updates hello waiting wait response reply respond answer answered status anyone anybody heard "
    b"hearing news still yet again urgent asap reminder remind following chasing progress".split()
)
_CLOSES = frozenset(b"thanks thank thx ok okay great perfect fixed solved resolved works worked".split())


def find(settings: Chase, moment: Moment) -> Iterator[Hit]:
    """An empty span, where the last `messages` were all this person's, over `hours` or more without an answer."""
    sent = moment.message.sent_at
    if sent is None or moment.message.internal or not _waits(moment):
        return
    waiting, first = 1, sent
    for past in moment.past():
        if not past.spoken or past.message.internal:
            continue
        if past.message.sender != moment.message.sender or past.message.sent_at is None or _closes(past):
            break
        waiting += 1
        first = past.message.sent_at
    if waiting >= settings.messages and sent - first >= timedelta(hours=settings.hours):
        hours = (sent - first).total_seconds() / 3600
        span = f"{hours:.0f} hours" if hours < 48 else f"{hours / 24:.0f} days"
        yield Hit(0, 0, f"message {waiting} in a row without an answer, {span} after the first")


def _waits(moment: Moment) -> bool:
    """A message that asks for an answer, as against one that brings more details."""
    return not _ASKS.isdisjoint(moment.words) or (
        "?" in moment.text and _ADDS.isdisjoint(moment.words) and len(moment.words) <= 25
    )


def _closes(moment: Moment) -> bool:
    return "?" not in moment.text and len(moment.words) <= 18 and not _CLOSES.isdisjoint(moment.words)
