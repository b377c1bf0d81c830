"""The rows of an inbox: conversations one person may read, with the reading each of them shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.utils import timezone

from calmdesk.web.accounts.models import User
from calmdesk.web.design.inbox import InboxRow, grouped, inbox_row
from calmdesk.web.readings import playbook, reading_of
from calmdesk.web.store import selectors
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
    page: int = 1


def inbox_rows(user: User, filters: Filters) -> tuple[Page, list[InboxRow]]:
    """One page of rows. How a conversation looks is in no table, so that filter looks through the latest 500."""
    find = partial(selectors.inbox_page, user, channel=filters.channel, team=filters.team, search=filters.search)
    if not filters.look:
        page = find(number=filters.page, size=PAGE_SIZE)
        return page, [_row(record, user) for record in page.records]
    latest = find(size=_LOOKED_THROUGH)
    groups = grouped((_row(record, user) for record in latest.records), only=filters.look)
    rows = [row for group in groups for row in group.rows]
    pages = max(1, -(-len(rows) // PAGE_SIZE))
    number = min(max(1, filters.page), pages)
    shown = rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return Page(records=(), number=number, pages=pages, total=len(rows)), shown


def _row(record: Record, user: User) -> InboxRow:
    return inbox_row(
        record.conversation,
        reading_of(record, user),
        playbook(),
        slug=record.slug,
        moment=record.last_activity_at,
        now=timezone.now(),
        zone=timezone.get_current_timezone(),
        team=record.team,
        assignee=record.assignee,
    )
