"""Working days and working time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from calmdesk.errors import BadInput
from calmdesk.promises import Hours
from calmdesk.promises.hours import after_working, worked_between
from tests.promises.desk import BERLIN, at

HOURS = Hours()


def test_a_desk_works_from_monday_to_friday():
    assert [HOURS.works_on(date(2026, 3, day)) for day in range(9, 16)] == [True] * 5 + [False] * 2


def test_closing_time_is_inside():
    assert HOURS.covers(datetime(2026, 3, 11, 17, 30))
    assert not HOURS.covers(datetime(2026, 3, 11, 17, 31))


def test_a_holiday_is_skipped():
    hours = Hours(holidays=frozenset({date(2026, 3, 16)}))
    assert hours.next_working_day(date(2026, 3, 13)) == date(2026, 3, 17)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (at("10:00"), at("12:00"), 2),
        (at("16:30"), at("9:30", day=12), 1.5),
        (at("16:30", day=13), at("9:30", day=16), 1.5),
        (at("20:00"), at("22:00"), 0),
        (at("12:00"), at("10:00"), 0),
    ],
)
def test_working_time_between(start, end, hours):
    assert worked_between(HOURS, BERLIN, start, end) == timedelta(hours=hours)


def test_working_time_runs_on_the_next_working_day():
    assert after_working(HOURS, BERLIN, at("16:30", day=13), timedelta(hours=2)) == at("10:00", day=16)


def test_working_time_is_real_time_in_the_night_of_the_change():
    never_closed = Hours(weekdays=frozenset(range(7)), opens=time(0), closes=time(23, 59))
    start = datetime(2026, 3, 29, 0, 0, tzinfo=BERLIN)
    assert worked_between(never_closed, BERLIN, start, datetime(2026, 3, 29, 6, 0, tzinfo=BERLIN)) == timedelta(hours=5)


def test_more_work_than_a_year_has_is_no_time():
    assert after_working(HOURS, ZoneInfo("UTC"), at("9:00"), timedelta(days=365)) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekdays": frozenset()},
        {"weekdays": frozenset({7})},
        {"opens": time(18)},
        {"opens": time(9, tzinfo=BERLIN)},
    ],
)
def test_hours_that_cannot_be_are_refused(wrong):
    with pytest.raises(BadInput):
        Hours(**wrong)
