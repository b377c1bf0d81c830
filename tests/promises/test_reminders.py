"""Reminders come a little before, at the time, and after it; where no time is certain they ask."""

from __future__ import annotations

from datetime import timedelta

import pytest

from calmdesk.promises import Occasion, ledger, next_reminder, reminders
from tests.promises.desk import at, ticket


def occasions(lines: str, now: str) -> list[tuple[Occasion, str]]:
    promises = ledger(ticket(lines), now=at(now))
    return [(reminder.occasion, reminder.promise.quote) for reminder in reminders(promises, at(now))]


@pytest.mark.parametrize(
    ("now", "occasion"),
    [
        ("14:14", None),
        ("14:15", Occasion.BEFORE),
        ("14:29", Occasion.BEFORE),
        ("14:30", Occasion.DUE),
        ("14:44", Occasion.DUE),
        ("14:45", Occasion.AFTER),
        ("18:00", Occasion.AFTER),
    ],
)
def test_what_is_shown_when(now, occasion):
    shown = [each for each, _ in occasions("13:00 amir: I'll call you by 2:30.", now)]
    assert shown == ([] if occasion is None else [occasion])


def test_a_short_promise_is_not_reminded_of_at_once():
    assert occasions("13:00 amir: I'll call you in 10 minutes.", "13:04") == []
    assert occasions("13:00 amir: I'll call you in 10 minutes.", "13:05") == [
        (Occasion.BEFORE, "I'll call you in 10 minutes")
    ]


def test_a_time_that_is_not_certain_is_asked_for():
    assert occasions("13:00 amir: I'll call you soon.", "13:01") == [(Occasion.ASK, "I'll call you soon")]


def test_what_is_kept_is_not_reminded_of():
    assert occasions("13:00 amir: I'll update you by 2:30.\n13:30 amir: The vendor has found a defect.", "14:20") == []


def test_the_most_pressing_stands_first():
    lines = "13:00 amir: I'll call you by 3. I'll send the form by 2:30."
    assert [quote for _, quote in occasions(lines, "14:50")] == ["I'll send the form by 2:30", "I'll call you by 3"]


def test_the_lead_is_for_the_desk_to_say():
    promises = ledger(ticket("09:00 amir: I'll call you by 2:30."), now=at("13:00"))
    assert [each.occasion for each in reminders(promises, at("13:30"), lead=timedelta(hours=1))] == [Occasion.BEFORE]


def test_when_to_look_again():
    promises = ledger(ticket("13:00 amir: I'll call you by 2:30."), now=at("13:00"))
    steps = [next_reminder(promises, at(now)) for now in ("13:00", "14:15", "14:30", "14:45")]
    assert steps == [at("14:15"), at("14:30"), at("14:45"), None]


def test_nothing_promised_nothing_to_look_at():
    assert next_reminder((), at("13:00")) is None
    assert reminders((), at("13:00")) == ()
