"""Writing again before anybody answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from calmdesk.playbook.detectors import Chase
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment


def find(settings: Chase, moment: Moment) -> Iterator[Hit]:
    """An empty span, where the last `messages` were all this person's, over `hours` or more without an answer."""
    sent = moment.message.sent_at
    if sent is None or moment.message.internal:
        return
    waiting = 1
    first = sent
    for past in moment.past():
        if not past.spoken or past.message.internal:
            continue
        if past.message.sender != moment.message.sender or past.message.sent_at is None:
            break
        waiting += 1
        first = past.message.sent_at
    if waiting >= settings.messages and sent - first >= timedelta(hours=settings.hours):
        hours = (sent - first).total_seconds() / 3600
        span = f"{hours:.0f} hours" if hours < 48 else f"{hours / 24:.0f} days"
        yield Hit(0, 0, f"message {waiting} in a row without an answer, {span} after the first")
