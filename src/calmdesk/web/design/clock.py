"""Times as a person at the desk reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from calmdesk.conversation import Conversation, Message

_DAY = timedelta(days=1)


class When(msgspec.Struct, frozen=True):
    """A time: `iso` for the machine, `clock` for the margin, `full` where one points at it, `day` as a heading."""

    iso: str
    clock: str
    full: str
    day: str = ""


def zone_of(conversation: Conversation, default: tzinfo = UTC) -> tzinfo:
    """The zone the conversation names, or `default` where it names none or one that nobody knows."""
    if not conversation.timezone:
        return default
    try:
        return ZoneInfo(conversation.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return default


def when_of(message: Message, zone: tzinfo) -> When | None:
    """How far into the call a message was spoken, or else when it was sent; None where nobody noted it."""
    sent = instant(message.sent_at, zone) if message.sent_at is not None else None
    if message.start_s is None:
        return sent
    into = f"{elapsed(message.start_s)} into the call"
    if sent is None:
        return When("", elapsed(message.start_s), into)
    return When(sent.iso, elapsed(message.start_s), f"{into}: {sent.full}", sent.day)


def instant(moment: datetime, zone: tzinfo) -> When:
    """A moment in this zone."""
    try:
        here = moment.astimezone(zone)
    except (OverflowError, ValueError):
        here = moment
    day = f"{here:%A}, {here.day} {here:%B %Y}"
    return When(here.isoformat(timespec="seconds"), f"{here:%H:%M}", f"{day}, {here:%H:%M:%S %Z}".strip(), day)


def elapsed(seconds: float) -> str:
    """`4:07`, or `1:04:07` from an hour on."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, seconds_left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds_left:02}" if hours else f"{minutes}:{seconds_left:02}"


def between(earlier: datetime | None, later: datetime | None) -> str:
    """How much time went by, in words, where it was long enough to matter: "3 hours later"."""
    if earlier is None or later is None or later - earlier < timedelta(hours=1):
        return ""
    gap = later - earlier
    if gap < _DAY:
        hours = round(gap / timedelta(hours=1))
        return f"{hours} hour{'s' if hours != 1 else ''} later"
    days = round(gap / _DAY)
    return f"{days} day{'s' if days != 1 else ''} later"


def ago(moment: datetime | None, now: datetime, zone: tzinfo) -> When | None:
    """A moment as an inbox shows it: the clock today, then the day, then the date."""
    if moment is None:
        return None
    full = instant(moment, zone)
    here, today = moment.astimezone(zone), now.astimezone(zone)
    if here.date() == today.date():
        return full
    if timedelta(0) < today.date() - here.date() < 7 * _DAY:
        return When(full.iso, f"{here:%a %H:%M}", full.full, full.day)
    year = "" if here.year == today.year else f" {here.year}"
    return When(full.iso, f"{here.day} {here:%b}{year}", full.full, full.day)
