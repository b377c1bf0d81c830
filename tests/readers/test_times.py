from datetime import UTC, datetime, timedelta

import pytest

from calmdesk.readers.times import Calendar, stamp


def read(written, *others, zone=None):
    stamps = [stamp(one) for one in (written, *others)]
    return Calendar(stamps, zone).instant(stamps[0])


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-05T10:32:00Z",
        "2026-01-05 10:32:00+00:00",
        "2026-01-05 10:32:00.000 UTC",
        "2026-01-05 11:32+01:00",
        "2026-01-05 10:32",
        "2026/1/5 10:32",
        "05.01.2026 10:32",
        "05.01.26, 10:32:00",
    ],
)
def test_usual_ways_to_write_one_instant(written):
    assert read(written) == datetime(2026, 1, 5, 10, 32, tzinfo=UTC)


def test_half_days_and_fractions():
    assert read("2026-01-05 12:05 AM").hour == 0
    assert read("2026-01-05 1:05 p.m.").hour == 13
    assert read("2026-01-05 10:32:01.25Z").microsecond == 250_000


def test_a_day_alone_is_its_first_moment():
    assert read("2026-01-05") == datetime(2026, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize("written", ["10:75", "13:00 PM", "hello", "", "2026-01-05 10:32 and more", "1" * 500, "10.32"])
def test_what_is_no_time(written):
    assert stamp(written) is None


def test_a_date_that_does_not_exist_is_left_out():
    assert read("2026-02-30 10:00") is None


def test_a_clock_time_gets_no_date():
    assert read("10:32") is None


def test_day_and_month_are_told_by_the_other_times_of_the_file():
    assert read("05/01/2026 10:32", "13/01/2026 10:33").date().isoformat() == "2026-01-05"
    assert read("05/01/2026 10:32", "05/13/2026 10:33").date().isoformat() == "2026-05-01"
    assert read("05/01/2026 10:32") is None
    assert "either way round" in Calendar([stamp("05/01/2026 10:32")], None).notes[-1]


def test_the_zone_of_the_desk_is_used_where_a_time_has_none():
    assert read("2026-01-05 10:32", zone="Europe/Berlin").utcoffset() == timedelta(hours=1)
    assert Calendar([stamp("2026-01-05 10:32")], "Europe/Berlin").notes == ()
    assert Calendar([stamp("2026-01-05 10:32")], None).notes == ("the times have no zone and are read as UTC",)
    assert Calendar([stamp("2026-01-05 10:32")], "No/Where").notes == ("the times have no zone and are read as UTC",)
