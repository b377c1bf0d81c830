"""When the desk works: the days, the opening and closing time, and the holidays on which it is shut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo

import msgspec

from calmdesk.errors import BadInput

# Longer than any run of holidays: a desk that never opens is refused, so a working day is always found.
_LOOK_AHEAD = 400


class Hours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """
    `weekdays` counts Monday as 0. Times are local ones of the desk's zone; `zone` names it (IANA) for conversations
    that name none.

    A desk that never closes says `Hours(weekdays=frozenset(range(7)), opens=time(0), closes=time(23, 59))`.
    """

    weekdays: frozenset[int] = frozenset(range(5))
    opens: time = time(9)
    closes: time = time(17, 30)
    holidays: frozenset[date] = frozenset()
    zone: str | None = None

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= frozenset(range(7)):
            raise BadInput("a desk works on some days of the week", where="weekdays", remedy="Use 0 (Monday) to 6.")
        if self.opens >= self.closes:
            raise BadInput("a desk opens before it closes", where="opens", remedy="Give opens and closes of one day.")
        if self.opens.tzinfo or self.closes.tzinfo:
            raise BadInput("opens and closes are local times", where="opens", remedy="Leave the zone out.")

    def works_on(self, day: date) -> bool:
        return day.weekday() in self.weekdays and day not in self.holidays

    def covers(self, local: datetime) -> bool:
        """Whether a local time lies in the hours, their end included: a promise "by closing time" is inside."""
        return self.works_on(local.date()) and self.opens <= local.time() <= self.closes

    def next_working_day(self, after: date) -> date:
        """The first working day after a day; where none follows within a year, simply the next day."""
        return next(working_days(self, after), after + timedelta(days=1))


def working_days(hours: Hours, after: date) -> Iterator[date]:
    """Working days after a day, nearest first."""
    for ahead in range(1, _LOOK_AHEAD):
        day = after + timedelta(days=ahead)
        if hours.works_on(day):
            yield day


def worked_between(hours: Hours, zone: tzinfo, start: datetime, end: datetime) -> timedelta:
    """How much of the time between two instants lay in working hours."""
    total = timedelta()
    day, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    # A ticket may be years old; what is asked is whether some hours have passed.
    for _ in range(_LOOK_AHEAD):
        if day > last:
            break
        if hours.works_on(day):
            opens = max(datetime.combine(day, hours.opens, zone).timestamp(), start.timestamp())
            closes = min(datetime.combine(day, hours.closes, zone).timestamp(), end.timestamp())
            total += timedelta(seconds=max(0.0, closes - opens))
        day += timedelta(days=1)
    return total


def after_working(hours: Hours, zone: tzinfo, start: datetime, length: timedelta) -> datetime | None:
    """The instant by which so much working time has passed, or None where that is more than a year of work."""
    left = length.total_seconds()
    day = start.astimezone(zone).date()
    for _ in range(_LOOK_AHEAD):
        if hours.works_on(day):
            opens = max(datetime.combine(day, hours.opens, zone).timestamp(), start.timestamp())
            closes = datetime.combine(day, hours.closes, zone).timestamp()
            if left <= closes - opens:
                return datetime.fromtimestamp(opens + left, zone)
            left -= max(0.0, closes - opens)
        day += timedelta(days=1)
    return None
