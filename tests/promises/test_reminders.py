"""Reminders come a little before, at the time, and after it; where no time is certain they ask."""

from __future__ import annotations

from datetime import timedelta

import pytest

from calmdesk.promises import Moment, ledger, next_reminder, reminders
from tests.promises.desk import at, ticket


def moments(lines: str, now: str) -> list[tuple[Moment, str]]:
    promises = ledger(ticket(lines), now=at(now))
    return [(reminder.moment, reminder.promise.quote) for reminder in reminders(promises, at(now))]


@pytest.mark.parametrize(
    ("now", "moment"),
    [
        ("14:14", None),
        ("14:15", Moment.BEFORE),
        ("14:29", Moment.BEFORE),
        ("14:30", Moment.DUE),
        ("14:44", Moment.DUE),
        ("14:45", Moment.AFTER),
        ("18:00", Moment.AFTER),
    ],
)
def test_what_is_shown_when(now, moment):
    shown = [each for each, _ in moments("13:00 amir: I'll call you by 2:30.", now)]
    assert shown == ([] if moment is None else [moment])


def test_a_short_promise_is_not_reminded_of_at_once():
    assert moments("13:00 amir: I'll call you in 10 minutes.", "13:04") == []
    assert moments("13:00 amir: I'll call you in 10 minutes.", "13:05") == [
        (Moment.BEFORE, "I'll call you in 10 minutes")
    ]


def test_a_time_that_is_not_certain_is_asked_for():
    assert moments("13:00 amir: I'll call you soon.", "13:01") == [(Moment.ASK, "I'll call you soon")]


def test_what_is_kept_is_not_reminded_of():
    assert moments("13:00 amir: I'll update you by 2:30.\n13:30 amir: The vendor has found a defect.", "14:20") == []


def test_the_most_pressing_stands_first():
    lines = "13:00 amir: I'll call you by 3. I'll send the form by 2:30."
    assert [quote for _, quote in moments(lines, "14:50")] == ["I'll send the form by 2:30", "I'll call you by 3"]


def test_the_lead_is_for_the_desk_to_say():
    promises = ledger(ticket("09:00 amir: I'll call you by 2:30."), now=at("13:00"))
    assert [each.moment for each in reminders(promises, at("13:30"), lead=timedelta(hours=1))] == [Moment.BEFORE]


def test_when_to_look_again():
    promises = ledger(ticket("13:00 amir: I'll call you by 2:30."), now=at("13:00"))
    steps = [next_reminder(promises, at(now)) for now in ("13:00", "14:15", "14:30", "14:45")]
    assert steps == [at("14:15"), at("14:30"), at("14:45"), None]


def test_nothing_promised_nothing_to_look_at():
    assert next_reminder((), at("13:00")) is None
    assert reminders((), at("13:00")) == ()
