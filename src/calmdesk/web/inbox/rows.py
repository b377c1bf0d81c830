"""The rows of an inbox: conversations one person may read, with the reading each of them shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.utils import timezone
from msgspec import UNSET

from calmdesk.reading import Reading
from calmdesk.web.accounts.access import begins_with_own
from calmdesk.web.accounts.models import User
from calmdesk.web.design.inbox import InboxGroup, InboxRow, grouped, inbox_row
from calmdesk.web.design.needs import Need, need_of
from calmdesk.web.design.own_inbox import grouped_by_need
from calmdesk.web.readings import playbook, reading_of
from calmdesk.web.store import selectors
from calmdesk.web.store.own import own_records
from calmdesk.web.store.records import Record
from calmdesk.web.store.selectors import Page

PAGE_SIZE = 50
_LOOKED_THROUGH = 500


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What of the inbox is wanted; an empty filter lets everything through."""

    search: str = ""
    channel: str = ""
    look: str = ""
    team: str = ""
    whose: str = ""
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class Inbox:
    """One page of groups. `whose` they are is "mine" or "all"; `quiet`: one's own, and none of it is one's turn."""

    page: Page
    groups: tuple[InboxGroup, ...]
    whose: str
    quiet: bool = False


def inbox_of(user: User, filters: Filters) -> Inbox:
    """An agent's own conversations by what comes next, as long as there are any; else all of them by how they look.

    Whose a conversation is and how it looks are in no table, so those filters look through the latest 500.
    """
    find = partial(selectors.inbox_page, user, channel=filters.channel, team=filters.team, search=filters.search)
    if filters.whose == "mine" or (not filters.whose and begins_with_own(user)):
        own = tuple(own_records(find(size=_LOOKED_THROUGH).records, user))
        if own or filters.whose:
            return _own_inbox(own, user, filters)
    if not filters.look:
        page = find(number=filters.page, size=PAGE_SIZE)
        return Inbox(page=page, groups=grouped(_row(record, user) for record in page.records), whose="all")
    groups = grouped((_row(record, user) for record in find(size=_LOOKED_THROUGH).records), only=filters.look)
    page, shown = _cut([row for group in groups for row in group.rows], filters.page)
    return Inbox(page=page, groups=grouped(shown, only=filters.look), whose="all")


def _own_inbox(own: Sequence[Record], user: User, filters: Filters) -> Inbox:
    rows = [_row(record, user, own=True) for record in own]
    if filters.look:
        rows = [row for group in grouped(rows, only=filters.look) for row in group.rows]
    groups = grouped_by_need(rows)
    page, shown = _cut([row for group in groups for row in group.rows], filters.page)
    return Inbox(
        page=page,
        groups=grouped_by_need(shown),
        whose="mine",
        quiet=bool(rows) and not {"now", "promise", "answer"} & {group.name for group in groups},
    )


def _cut(rows: Sequence[InboxRow], wanted: int) -> tuple[Page, Sequence[InboxRow]]:
    pages = max(1, -(-len(rows) // PAGE_SIZE))
    number = min(max(1, wanted), pages)
    shown = rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return Page(records=(), number=number, pages=pages, total=len(rows)), shown


def _row(record: Record, user: User, *, own: bool = False) -> InboxRow:
    reading, now = reading_of(record, user), timezone.now()
    return inbox_row(
        record.conversation,
        reading,
        playbook(),
        slug=record.slug,
        moment=record.last_activity_at,
        now=now,
        zone=timezone.get_current_timezone(),
        team=record.team,
        assignee=record.assignee,
        need=_need(record, reading, user, now) if own else None,
    )


def _need(record: Record, reading: Reading, user: User, now: datetime) -> Need:
    promises = () if reading.promises is UNSET else reading.promises
    return need_of(
        record.conversation,
        reading,
        playbook(),
        # What was handed to a colleague is theirs to keep.
        (one for one in promises if one.owner in (one.sender, user.get_username())),
        moment=record.last_activity_at,
        now=now,
        zone=timezone.get_current_timezone(),
    )
