"""An agent's own conversations by what comes next."""

from __future__ import annotations

from collections.abc import Iterable

from calmdesk.web.design.inbox import InboxGroup, InboxRow, grouped
from calmdesk.web.design.needs import NEEDS


def grouped_by_need(rows: Iterable[InboxRow]) -> tuple[InboxGroup, ...]:
    """Rows under what comes next; what needs nothing follows by how it looks."""
    every = sorted(rows, key=lambda row: (row.need.order if row.need else 0.0, -row.moment.timestamp()))
    groups = (
        InboxGroup(name, title, tuple(row for row in every if row.need and row.need.name == name))
        for name, title in NEEDS
    )
    rest = grouped(row for row in every if not (row.need and row.need.name))
    return (*(group for group in groups if group.rows), *rest)
