"""Time words come to the right instant, or to a question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from calmdesk.promises import Due, Hours, Kind, find, times_in, when
from tests.promises.sayings import SAYINGS

BERLIN = ZoneInfo("Europe/Berlin")
NEVER_CLOSED = Hours(weekdays=frozenset(range(7)), opens=time(0), closes=time(23, 59))


class Saying(NamedTuple):
    said_at: datetime | None
    zone: str | None
    words: str
    means: str


def sayings() -> Iterator[Saying]:
    said_at, zone = None, None
    for line in SAYINGS.strip().splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("@"):
            *clock, name = line.split()[1:]
            zone = None if name == "-" else name
            said_at = None if clock == ["-"] else datetime.fromisoformat(" ".join(clock))
            if said_at is not None and said_at.tzinfo is None:
                said_at = said_at.replace(tzinfo=ZoneInfo(name))
            continue
        words, _, means = line.partition(" -> ")
        yield Saying(said_at, zone, words, means)


def meaning(saying: Saying) -> str:
    (commitment,) = find(saying.words)
    due = when(commitment.time, saying.said_at, saying.zone, Hours())
    what = commitment.what + (" (estimate)" if commitment.estimate else "")
    return f"{what}; {due.due.isoformat(' ', 'minutes')} {due.kind}" if due.due else f"{what}; asks: {due.asks}"


@pytest.mark.parametrize("saying", list(sayings()), ids=lambda saying: f"{saying.said_at} {saying.words}")
def test_a_saying_means(saying):
    assert meaning(saying) == saying.means


def test_the_table_is_long_enough_to_be_believed():
    assert sum(1 for _ in sayings()) >= 120


def resolve(words: str, said: str, hours: Hours = Hours(), zone: str = "Europe/Berlin") -> Due:  # noqa: B008
    said_at = datetime.fromisoformat(said).replace(tzinfo=ZoneInfo(zone))
    return when(times_in(words)[0], said_at, zone, hours)


def test_either_a_time_or_a_question_never_both():
    for saying in sayings():
        due = when(find(saying.words)[0].time, saying.said_at, saying.zone, Hours())
        assert (due.due is None) != (due.asks is None)
        assert not (due.due and due.candidates)


def test_candidates_are_the_instants_that_the_question_names():
    due = resolve("at 9", "2026-03-11 20:50")
    assert due.asks == "Is 21:00 today or 9:00 tomorrow meant?"
    assert [instant.isoformat() for instant in due.candidates] == [
        "2026-03-11T21:00:00+01:00",
        "2026-03-12T09:00:00+01:00",
    ]


def test_tomorrow_is_a_working_day_for_a_desk_that_works_on_saturdays():
    six_days = Hours(weekdays=frozenset(range(6)))
    assert resolve("tomorrow at 10", "2026-03-13 12:00", six_days).due == datetime(2026, 3, 14, 10, tzinfo=BERLIN)


def test_a_holiday_makes_tomorrow_a_question():
    hours = Hours(holidays=frozenset({date(2026, 3, 12)}))
    assert resolve("tomorrow", "2026-03-11 12:00", hours).asks == "Is 17:30 tomorrow or 17:30 on Friday meant?"


def test_a_holiday_is_no_working_day():
    hours = Hours(holidays=frozenset({date(2026, 3, 12)}))
    assert resolve("in two working days", "2026-03-11 12:00", hours).due == datetime(2026, 3, 16, 17, 30, tzinfo=BERLIN)


def test_the_week_ends_with_its_last_working_day():
    hours = Hours(holidays=frozenset({date(2026, 3, 13)}))
    assert resolve("by the end of the week", "2026-03-10 12:00", hours).due == datetime(
        2026, 3, 12, 17, 30, tzinfo=BERLIN
    )


def test_end_of_day_is_when_this_desk_closes():
    late = Hours(opens=time(12), closes=time(20))
    assert resolve("by end of day", "2026-03-11 13:00", late).due == datetime(2026, 3, 11, 20, tzinfo=BERLIN)


def test_a_desk_that_never_closes_may_mean_both_halves_of_the_day():
    assert resolve("at 8", "2026-03-11 07:30", NEVER_CLOSED).asks == "Is 8:00 today or 20:00 today meant?"


def test_a_desk_that_never_closes_takes_the_only_half_that_is_left():
    assert resolve("by 2:30", "2026-03-11 13:00", NEVER_CLOSED).due == datetime(2026, 3, 11, 14, 30, tzinfo=BERLIN)


def test_a_length_is_counted_through_the_night_of_the_change():
    said_at = datetime(2026, 10, 25, 1, 0, tzinfo=BERLIN)
    due = when(times_in("in two hours")[0], said_at, "Europe/Berlin", Hours())
    assert due.due is not None
    assert due.due - said_at.astimezone(ZoneInfo("UTC")) == timedelta(hours=2)
    assert due.due.isoformat() == "2026-10-25T02:00:00+01:00"
    assert due.kind is Kind.INSTANT


def test_an_hour_that_comes_twice_is_asked_about_with_both_instants():
    due = resolve("at 2:30 am", "2026-10-24 22:00")
    assert [instant.isoformat() for instant in due.candidates] == [
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
    ]


def test_the_second_of_two_equal_hours_is_still_ahead_in_the_first():
    said_at = datetime(2026, 10, 25, 2, 45, tzinfo=BERLIN)
    due = when(times_in("at 2:50 am")[0], said_at, "Europe/Berlin", Hours())
    assert due.asks == "Is 2:50 today (UTC+0200) or 2:50 today (UTC+0100) meant?"


def test_a_zone_is_its_own_abbreviation():
    assert resolve("at 3pm ist", "2026-07-08 12:00", zone="Asia/Kolkata").due is not None
    assert resolve("at 3pm ist", "2026-07-08 12:00", zone="Europe/Berlin").due is None


def test_no_time_at_all_is_asked_for():
    assert when(None, datetime(2026, 3, 11, 13, tzinfo=BERLIN), "Europe/Berlin", Hours()) == Due(asks="When?")
