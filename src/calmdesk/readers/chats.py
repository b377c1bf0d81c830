"""What chat exports share: endless rooms are cut into conversations where nobody wrote for hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from calmdesk.conversation import Message

PAUSE = timedelta(hours=8)


def instant(seconds: float) -> datetime | None:
    """Seconds since 1970 as an instant; None where that is no time."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def by_pause(messages: Iterable[Message]) -> Iterator[list[Message]]:
    """Messages in order of time, cut where a pause of eight hours or more lies between two."""
    current: list[Message] = []
    for message in messages:
        before = current[-1].sent_at if current else None
        if before and message.sent_at and message.sent_at - before >= PAUSE:
            yield current
            current = []
        current.append(message)
    if current:
        yield current
