"""From a time on the wall to an instant: there is none where clocks go forward, and two where they go back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# Not from the locale of the machine: calmdesk writes English.
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def zone_named(name: str | None) -> tzinfo | None:
    """The zone of an IANA name, or None where there is none of this name."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a path, a folder, a NUL: strangers send all of them
        return None


def instants(day: date, clock: time, zone: tzinfo) -> tuple[tuple[datetime, ...], bool]:
    """
    The instants of a local time, and whether there is exactly one.

    In the hour that is left out in spring, the time that a clock nobody had put forward would show.
    """
    naive = datetime.combine(day, clock)
    first, second = (_fixed(naive.replace(tzinfo=zone, fold=fold)) for fold in (0, 1))
    if first == second:
        return (first,), True
    if first.astimezone(zone).replace(tzinfo=None) == naive:
        return (first, second), False
    return (_fixed(first.astimezone(zone)),), False


def in_zone(instant: datetime, zone: tzinfo) -> datetime:
    """The instant as that zone writes it, with a plain offset, so that two of them compare as instants."""
    return _fixed(instant.astimezone(zone))


def _fixed(aware: datetime) -> datetime:
    offset = aware.utcoffset() or timedelta()
    # Old local times have seconds in their offset, which RFC 3339 cannot write.
    if offset.seconds % 60:
        return aware.astimezone(UTC)
    return aware.replace(tzinfo=timezone(offset), fold=0)


def question(candidates: tuple[datetime, ...], now: datetime, zone: tzinfo) -> str:
    """Ask which of these instants is meant; `now` is when the words were said."""
    locals_ = [candidate.astimezone(zone) for candidate in candidates[:3]]
    said = [_said(local, now.astimezone(zone).date()) for local in locals_]
    if len(set(said)) < len(said):
        said = [f"{words} ({_offset(local)})" for words, local in zip(said, locals_, strict=True)]
    return f"Is {', '.join(said[:-1])}{' or ' if len(said) > 1 else ''}{said[-1]} meant?"


def clock_text(local: datetime) -> str:
    """As calmdesk writes a clock time: 9:05, 14:30."""
    return f"{local.hour}:{local.minute:02}"


def day_text(day: date, today: date) -> str:
    """A day in the words that are natural from today."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    if 1 < ahead < 7:
        return f"on {_DAYS[day.weekday()]}"
    return f"on {day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != today.year else "")


def _said(local: datetime, today: date) -> str:
    return f"{clock_text(local)} {day_text(local.date(), today)}"


def _offset(local: datetime) -> str:
    return f"{local:UTC%z}"
