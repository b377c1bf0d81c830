"""The promises a person may see, each with the conversation it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from calmdesk.promises import Promise, State, ledger
from calmdesk.web.accounts.access import may_hand_over_to
from calmdesk.web.accounts.models import User
from calmdesk.web.store import selectors
from calmdesk.web.store.own import answers_for
from calmdesk.web.store.promise_notes import notes_of
from calmdesk.web.store.records import Record

# What is older than this is no work of today's any more.
_LOOK_BACK = timedelta(days=30)
_LOOKED_THROUGH = 400


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A promise where it stands; `mine`: this person answers for it."""

    record: Record
    promise: Promise
    mine: bool

    @property
    def address(self) -> str:
        """What forms name it by."""
        return f"{self.record.slug}/{self.promise.key}"


def promises_of(user: User, now: datetime) -> list[Kept]:
    """The promises of every conversation this person may read, the unfinished ones by when they are due."""
    records = selectors.records_since(user, now - _LOOK_BACK, limit=_LOOKED_THROUGH)
    return sorted((one for record in records for one in promises_in(record, user, now)), key=_by_need)


def promises_in(record: Record, user: User, now: datetime) -> Iterator[Kept]:
    """The promises of one conversation as they stand now."""
    owners, settled = notes_of(record.pk)
    hours = settings.CALMDESK.hours
    for promise in ledger(record.conversation, now=now, hours=hours, owners=owners, settled=settled):
        yield Kept(record=record, promise=promise, mine=answers_for(promise, record, user))


def find_kept(user: User, address: str, now: datetime) -> Kept | None:
    """The promise that a form names, if this person may read its conversation."""
    slug, _, key = address.partition("/")
    record = selectors.find_record(user, slug)
    if record is None:
        return None
    return next((one for one in promises_in(record, user, now) if one.promise.key == key), None)


def colleagues(user: User, record: Record) -> list[User]:
    """To whom a promise of this conversation may be given: the people of its team."""
    members = User.objects.filter(teams__name=record.team, is_active=True).exclude(pk=user.pk).order_by("username")
    return [member for member in members if may_hand_over_to(member)]


def _by_need(kept: Kept) -> tuple[bool, bool, float]:
    promise = kept.promise
    over = promise.state in (State.KEPT, State.RENEWED, State.LATE)
    due = promise.due or promise.said_at
    at = due.timestamp() if due is not None else 0.0
    return over, not kept.mine, -at if over else at
