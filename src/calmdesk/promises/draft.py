"""An honest update for when nothing is new: what is open, with whom it lies, and when the next word comes."""

from __future__ import annotations

from datetime import datetime, tzinfo

from calmdesk.promises.local import clock_text, day_text
from calmdesk.promises.values import Promise

# Left for the agent to fill: a draft must not promise a time that nobody has decided.
OPEN_TIME = "[time]"
_SAID = {
    "call": "call you",
    "update": "write to you",
    "fix": "have this fixed",
    "send": "send you this",
    "check": "check this",
    "visit": "come to you",
    "escalate": "pass this on",
}


def update_draft(
    promise: Promise,
    now: datetime,
    *,
    zone: tzinfo,
    about: str = "",
    waiting_on: str = "",
    next_at: datetime | None = None,
) -> str:
    """
    A short message to the requester, to be read and sent by a person.

    `about` is the matter in a few words, `waiting_on` who has it now, `next_at` when the desk will write again.
    """
    matter = about.strip() or "your request"
    news = f"Nothing new yet on {matter}"
    state = f"{news}: it is still with {waiting_on.strip()}." if waiting_on.strip() else f"{news}; we are still on it."
    again = f"I will write again by {_time(next_at, now, zone) if next_at else OPEN_TIME}."
    return " ".join(part for part in (_owed(promise, now, zone), state, again) if part)


def _owed(promise: Promise, now: datetime, zone: tzinfo) -> str:
    """One sentence on a time that has passed: named and owned, once, without excuses."""
    if promise.due is None or promise.due >= now:
        return ""
    said = _SAID.get(promise.what, f"{promise.what} this")
    return f"I said I would {said} by {_time(promise.due, now, zone)}, and that has not happened; I am sorry."


def _time(instant: datetime, now: datetime, zone: tzinfo) -> str:
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    clock = clock_text(local)
    if local.date() == today:
        return clock
    if (today - local.date()).days == 1:
        return f"{clock} yesterday"
    return f"{clock} {day_text(local.date(), today)}"
