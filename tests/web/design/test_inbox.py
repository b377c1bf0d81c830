from __future__ import annotations

from datetime import timedelta

import msgspec

from calmdesk.web.design.inbox import InboxRow, grouped, inbox_row
from calmdesk.web.design.look import Look
from calmdesk.web.design.spark import spark_of
from tests.web.design import examples

NOW = examples.OPENED + timedelta(hours=8)


def row(example: tuple, **changes: object) -> InboxRow:
    conversation, reading = example
    values = {"slug": conversation.id, "moment": reading.as_of, "now": NOW}
    return inbox_row(conversation, reading, examples.PLAYBOOK, **values | changes)


def test_a_row_names_the_strongest_sign_in_its_own_words() -> None:
    shown = row(examples.HEATED)

    assert (shown.sign_quote, shown.look) == ("you people are a joke", Look.CONDUCT)
    assert (shown.shift_place, shown.shift_clock) == (4, "10:18")


def test_what_needs_a_look_comes_first_and_calm_last() -> None:
    rows = [row(examples.CALM), row(examples.OTHER_LANGUAGE), row(examples.CALL), row(examples.HEATED)]

    groups = grouped(rows)

    assert [group.name for group in groups] == ["look", "not_judged", "calm"]
    assert [one.id for one in groups[0].rows] == ["c-vpn", "c-call"]


def test_one_heading_can_be_chosen() -> None:
    groups = grouped([row(examples.CALM), row(examples.HEATED)], only="calm")

    assert [one.id for group in groups for one in group.rows] == ["c-printer"]


def test_rows_under_a_heading_are_latest_first() -> None:
    rows = [row(examples.CALM, slug=name, moment=NOW - timedelta(hours=age)) for name, age in (("old", 3), ("new", 1))]

    assert [one.id for one in grouped(rows)[0].rows] == ["new", "old"]


def test_a_row_says_when_in_as_few_words_as_needed() -> None:
    ages = {timedelta(hours=1): "16:00", timedelta(days=2): "Sat 17:00", timedelta(days=30): "6 Dec 2025"}

    assert {age: row(examples.CALM, moment=NOW - age).when.clock for age in ages} == ages


def test_several_requesters_are_one_name_and_a_count() -> None:
    assert row(examples.CALL).requester == "Dana Whitlow and 1 more"


def test_a_conversation_without_anything_judged_has_no_line() -> None:
    assert spark_of(examples.OTHER_LANGUAGE[1]).line == ""


def test_a_long_conversation_is_thinned_without_losing_its_peak() -> None:
    reading = examples.CALM[1]
    many = tuple(
        msgspec.structs.replace(reading.messages[0], id=f"x{place}", tension=1.0 if place == 777 else 0.1)
        for place in range(2000)
    )

    points = spark_of(msgspec.structs.replace(reading, messages=many)).line.split()

    assert len(points) <= 60
    assert min(float(point.partition(",")[2]) for point in points) == 3.0
