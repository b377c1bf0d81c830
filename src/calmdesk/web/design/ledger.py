"""The ledger page: promises by what they need, each with its words, its time and whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

import msgspec

from calmdesk.conversation import Conversation
from calmdesk.promises import Occasion, Promise, State, reminders, update_draft
from calmdesk.web.design import clock
from calmdesk.web.design.clock import When
from calmdesk.web.design.title import title_of

STATE_WORDS = {
    "ask": "Needs a time",
    "after": "Past its time",
    "due": "Due now",
    "before": "Due soon",
    "open": "Open",
    "kept": "Kept",
    "late": "Done, after its time",
    "renewed": "Given a new time",
}
# Groups in the order of what needs somebody first.
GROUPS = tuple(STATE_WORDS)


class Candidate(msgspec.Struct, frozen=True):
    """A time that may be meant: what a form sends, and how a person reads it."""

    value: str
    word: str


class PromiseLine(msgspec.Struct, frozen=True):
    """One promise. `draft` is an update to send where nothing is new; empty where it is done."""

    address: str
    slug: str
    place: int
    subject: str
    quote: str
    what: str
    due: When | None
    state: str
    state_word: str
    asks: str
    candidates: tuple[Candidate, ...]
    owner: str
    mine: bool
    estimate: bool
    draft: str


class LedgerGroup(msgspec.Struct, frozen=True):
    """Promises that need the same thing."""

    key: str
    title: str
    lines: tuple[PromiseLine, ...]


def promise_line(
    conversation: Conversation,
    promise: Promise,
    *,
    address: str,
    slug: str,
    mine: bool,
    now: datetime,
    zone: tzinfo,
) -> PromiseLine:
    """One promise as the page shows it; times in the conversation's zone, or else in `zone`."""
    zone = clock.zone_of(conversation, zone)
    state = state_of(promise, now)
    names = {person.id: person.name or person.id for person in conversation.participants}
    is_open = promise.state in (State.OPEN, State.BROKEN)
    title = title_of(conversation)
    return PromiseLine(
        address=address,
        slug=slug,
        place=next((at for at, one in enumerate(conversation.messages, 1) if one.id == promise.message), 1),
        subject=title,
        quote=promise.quote,
        what=promise.what,
        due=clock.ago(promise.due, now, zone),
        state=state,
        state_word=STATE_WORDS[state],
        asks=promise.asks or "",
        candidates=tuple(Candidate(at.isoformat(), _full(at, now, zone)) for at in promise.candidates),
        owner=names.get(promise.owner, promise.owner),
        mine=mine,
        estimate=promise.estimate,
        draft=update_draft(promise, now, zone=zone) if is_open else "",
    )


def state_of(promise: Promise, now: datetime) -> str:
    """Which group a promise belongs to at `now`."""
    if promise.state not in (State.OPEN, State.BROKEN):
        return promise.state.value
    for reminder in reminders((promise,), now):
        return {Occasion.ASK: "ask", Occasion.BEFORE: "before", Occasion.DUE: "due"}.get(reminder.occasion, "after")
    return "open"


def ledger_groups(lines: Iterable[PromiseLine]) -> tuple[LedgerGroup, ...]:
    """Groups that hold something, the most pressing first."""
    every = tuple(lines)
    found = ((key, tuple(line for line in every if line.state == key)) for key in GROUPS)
    return tuple(LedgerGroup(key, STATE_WORDS[key], group) for key, group in found if group)


def _full(at: datetime, now: datetime, zone: tzinfo) -> str:
    here = at.astimezone(zone)
    today = now.astimezone(zone).date()
    day = "today" if here.date() == today else f"{here:%A}, {here.day} {here:%B}"
    return f"{day}, {here:%H:%M}"
