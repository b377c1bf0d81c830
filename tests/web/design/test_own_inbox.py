from __future__ import annotations

from datetime import timedelta

from calmdesk.web.design.inbox import InboxRow, inbox_row
from calmdesk.web.design.needs import Need
from calmdesk.web.design.own_inbox import grouped_by_need
from tests.web.design import examples

NOW = examples.OPENED + timedelta(hours=8)


def row(name: str, need: Need, hours: int = 0) -> InboxRow:
    talk, reading = examples.CALM
    moment = NOW - timedelta(hours=hours)
    return inbox_row(talk, reading, examples.PLAYBOOK, slug=name, moment=moment, now=NOW, need=need)


def test_what_comes_next_is_first_and_the_rest_is_by_how_it_looks() -> None:
    rows = [row(name or "over", Need(name)) for name in ("", "wait", "answer", "promise", "now")]

    assert [group.name for group in grouped_by_need(rows)] == ["now", "promise", "answer", "wait", "calm"]


def test_under_a_heading_the_lowest_order_is_first_then_the_latest() -> None:
    rows = [row("old", Need("now", order=4), 3), row("new", Need("now", order=4), 1), row("danger", Need("now"), 9)]

    (group,) = grouped_by_need(rows)
    assert [one.id for one in group.rows] == ["danger", "new", "old"]
