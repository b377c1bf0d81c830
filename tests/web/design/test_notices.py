from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from calmdesk.errors import BadInput
from calmdesk.web.design.notices import HOUR, NoticeSettings, free_in, is_quiet, may_cue, notices_from

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = NoticeSettings(quiet_from=time(22), quiet_until=time(7))
LUNCH = NoticeSettings(quiet_from=time(12), quiet_until=time(13))


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 1, 5, hour, minute, tzinfo=BERLIN)


def test_nothing_is_quiet_until_somebody_sets_it() -> None:
    assert not any(is_quiet(NoticeSettings(), at(hour)) for hour in range(24))


def test_without_reminders_it_is_always_quiet() -> None:
    assert all(is_quiet(NoticeSettings(remind=False), at(hour)) for hour in range(24))


@pytest.mark.parametrize(
    ("settings", "moment", "quiet"),
    [
        (LUNCH, at(11, 59), False),
        (LUNCH, at(12), True),
        (LUNCH, at(12, 59), True),
        (LUNCH, at(13), False),
        (NIGHT, at(21, 59), False),
        (NIGHT, at(22), True),
        (NIGHT, at(0), True),
        (NIGHT, at(6, 59), True),
        (NIGHT, at(7), False),
    ],
)
def test_quiet_hours_begin_at_their_first_minute_and_end_before_their_last(
    settings: NoticeSettings, moment: datetime, quiet: bool
) -> None:
    assert is_quiet(settings, moment) is quiet


@pytest.mark.parametrize(
    ("instant", "quiet"),
    [
        # Spring: after 01:59 comes 03:00, at 01:00 UTC.
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 29, 2, 0, tzinfo=UTC), False),
        # Autumn: 02:30 comes twice, at 00:30 and at 01:30 UTC.
        (datetime(2026, 10, 25, 0, 15, tzinfo=UTC), False),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 1, 15, tzinfo=UTC), False),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 3, 0, tzinfo=UTC), False),
    ],
)
def test_when_the_clock_is_changed_what_it_shows_counts(instant: datetime, quiet: bool) -> None:
    settings = NoticeSettings(quiet_from=time(2, 30), quiet_until=time(4))
    assert is_quiet(settings, instant.astimezone(BERLIN)) is quiet


def test_the_hour_has_room_for_as_many_cues_as_were_set() -> None:
    three = NoticeSettings(cues=3)
    assert may_cue(three, (), 5000.0)
    assert may_cue(three, (4000.0, 4100.0), 5000.0)
    assert not may_cue(three, (4000.0, 4100.0, 4200.0), 5000.0)


def test_it_has_room_again_once_the_oldest_is_an_hour_old() -> None:
    three, earlier = NoticeSettings(cues=3), (4200.0, 4000.0, 4100.0)
    assert free_in(three, earlier, 5000.0) == 4000.0 + HOUR - 5000.0
    assert not may_cue(three, earlier, 4000.0 + HOUR - 1)
    assert may_cue(three, earlier, 4000.0 + HOUR)
    assert free_in(three, earlier, 4000.0 + HOUR) == 0.0


def test_a_cap_that_was_lowered_waits_until_enough_of_them_are_old() -> None:
    assert free_in(NoticeSettings(cues=1), (4000.0, 4100.0, 4200.0), 5000.0) == 4200.0 + HOUR - 5000.0


def test_a_clock_that_was_set_back_holds_no_cue() -> None:
    assert may_cue(NoticeSettings(cues=1), (9000.0,), 5000.0)


def test_what_a_person_sends_is_what_they_set() -> None:
    sent = {"remind": "on", "quiet_from": "22:00", "quiet_until": "07:00", "cues": "60"}
    assert notices_from(sent) == NoticeSettings(True, time(22), time(7), 60)
    assert notices_from({"quiet_from": "", "quiet_until": "", "cues": "1"}) == NoticeSettings(False, None, None, 1)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"quiet_from": "22:00", "quiet_until": "22:00"}, "cannot start and end at the same time"),
        ({"quiet_from": "22:00"}, "both a start and an end"),
        ({"quiet_until": "07:00"}, "both a start and an end"),
        ({"quiet_from": "25:00", "quiet_until": "07:00"}, "a time of day such as 22:00"),
        ({"quiet_from": "late", "quiet_until": "07:00"}, "a time of day such as 22:00"),
        ({"quiet_from": "22:00+01:00", "quiet_until": "07:00"}, "a time of day such as 22:00"),
        ({"cues": "0"}, "from 1 to 60"),
        ({"cues": "61"}, "from 1 to 60"),
        ({"cues": "-1"}, "from 1 to 60"),
        ({"cues": "1.5"}, "from 1 to 60"),
        ({"cues": ""}, "from 1 to 60"),
        ({"cues": "\u0663"}, "from 1 to 60"),
        ({"cues": "9" * 5000}, "from 1 to 60"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(sent: dict[str, str], said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        notices_from({"cues": "12"} | sent)
    assert str(refused.value).count(".") == 1
