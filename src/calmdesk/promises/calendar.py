"""Open promises as an iCalendar file (RFC 5545), for the calendar that the agent already looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from calmdesk.promises.reminders import LEAD
from calmdesk.promises.values import Promise, State

_LINE = 75
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def as_calendar(promises: Sequence[Promise], *, lead: timedelta = LEAD, titles: Mapping[str, str] | None = None) -> str:
    """
    One event for each open promise that has a certain time, with an alarm `lead` before it.

    `titles` name conversations by their ids. Times are in UTC, so no zone rules travel with the file. The same promise
    keeps its UID in every export, and the same promises give the same text.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//calmdesk//promises//EN", "CALSCALE:GREGORIAN"]
    for promise in promises:
        if promise.due is not None and promise.state is State.OPEN:
            lines += _event(promise, promise.due, lead, (titles or {}).get(promise.conversation, promise.conversation))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(promise: Promise, due: datetime, lead: timedelta, of: str) -> list[str]:
    minutes = max(0, round(lead.total_seconds() / 60))
    title = f"Promised: {promise.what} ({of})"
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(promise)}",
        f"DTSTAMP:{_utc(promise.said_at or _EPOCH)}",
        f"DTSTART:{_utc(due)}",
        f"SUMMARY:{_text(title)}",
        f"DESCRIPTION:{_text(promise.quote)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(title)}",
        f"TRIGGER:-PT{minutes}M",
        "END:VALARM",
        "END:VEVENT",
    ]


def _uid(promise: Promise) -> str:
    return f"{_text(promise.conversation)}-{_text(promise.message)}-{promise.start}@calmdesk"


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Escaped; control characters, which the format forbids, become spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPED)
    return "".join(" " if ord(letter) < 32 or 127 <= ord(letter) < 160 else letter for letter in lines)


def _folded(line: str) -> Iterator[str]:
    """Pieces of 75 octets at most, each after the first behind a space; no character is cut in two."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > _LINE:
            yield piece
            piece, size = " ", 1
        piece += letter
        size += octets
    yield piece
