"""Reminds of a promise a little before its time, at its time, and after it; and asks where no time is certain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from calmdesk.promises.values import Promise, State

LEAD = timedelta(minutes=15)


class Occasion(StrEnum):
    """When a reminder is: `ask` is a promise whose time the agent should settle first."""

    ASK = "ask"
    BEFORE = "before"
    DUE = "due"
    AFTER = "after"


class Reminder(NamedTuple):
    """`at` is since when it is to be shown."""

    at: datetime
    occasion: Occasion
    promise: Promise


def reminders(promises: Sequence[Promise], now: datetime, *, lead: timedelta = LEAD) -> tuple[Reminder, ...]:
    """What to remind of at `now`, the most pressing first: one reminder for each unfinished promise that needs it."""
    found = [reminder for promise in promises if (reminder := _reminder(promise, now, lead)) is not None]
    return tuple(
        sorted(found, key=lambda each: (each.promise.due is None, each.promise.due or each.at, each.promise.key))
    )


def next_reminder(promises: Sequence[Promise], now: datetime, *, lead: timedelta = LEAD) -> datetime | None:
    """When to look again: the next instant after `now` at which a reminder changes."""
    steps = (
        at
        for promise in promises
        if promise.due is not None and promise.state is State.OPEN
        for at in (promise.due - _lead_of(promise, lead), promise.due, promise.due + lead)
    )
    return min((at for at in steps if at > now), default=None)


def _reminder(promise: Promise, now: datetime, lead: timedelta) -> Reminder | None:
    if promise.state not in (State.OPEN, State.BROKEN):
        return None
    if promise.due is None:
        return Reminder(promise.said_at or now, Occasion.ASK, promise) if promise.asks else None
    before = promise.due - _lead_of(promise, lead)
    if now < before:
        return None
    if now < promise.due:
        return Reminder(before, Occasion.BEFORE, promise)
    if now < promise.due + lead:
        return Reminder(promise.due, Occasion.DUE, promise)
    return Reminder(promise.due + lead, Occasion.AFTER, promise)


def _lead_of(promise: Promise, lead: timedelta) -> timedelta:
    """At most half of the time that was promised: "in 10 minutes" is not reminded of at once."""
    if promise.due is None or promise.said_at is None:
        return lead
    return min(lead, (promise.due - promise.said_at) / 2)
