"""Which days may be meant: tomorrow on a Friday may be Saturday or Monday, next Tuesday on a Monday two Tuesdays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from calmdesk.promises.hours import Hours
from calmdesk.promises.time_values import Day, DayWord

# Whoever says "tomorrow" at two in the night may mean the day that has begun already.
_NIGHT_ENDS = 5
_SOON = timedelta(days=200)


class Days(NamedTuple):
    """Days that may be meant, nearest first. `sure`: there is one, and no other reading."""

    days: tuple[date, ...]
    sure: bool


def days_meant(day: Day, now: datetime, hours: Hours, *, with_clock: bool) -> Days:
    """`now` is local. A clock time beside a day ("Saturday at 10") shows that the day was chosen."""
    found = _days(day, now, hours)
    chosen = with_clock and day.word not in (DayWord.AHEAD, DayWord.WEEK, DayWord.MONTH)
    if chosen or not found.sure or hours.works_on(found.days[0]) or day.word is DayWord.TODAY:
        return found
    return Days((found.days[0], hours.next_working_day(found.days[0])), sure=False)


def week_end(hours: Hours, today: date, weeks: int) -> date | None:
    """The last working day of this week, or of one after it."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    return _last_working(hours, monday, monday + timedelta(days=6))


def month_end(hours: Hours, today: date, months: int) -> date | None:
    first = plus_months(today.replace(day=1), months)
    return _last_working(hours, first, plus_months(first, 1) - timedelta(days=1))


def plus_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    month = day.month - 1 + months
    first = date(day.year + month // 12, month % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def _days(day: Day, now: datetime, hours: Hours) -> Days:
    today = now.date()
    match day.word:
        case DayWord.TODAY:
            return Days((today,), sure=True)
        case DayWord.AHEAD:
            ahead = today + timedelta(days=day.number)
            early = now.hour < _NIGHT_ENDS
            return Days((ahead - timedelta(days=1), ahead) if early else (ahead,), sure=not early)
        case DayWord.WEEKDAY:
            coming = today + timedelta(days=(day.number - today.weekday()) % 7)
            return Days((coming,) if coming != today else (today, today + timedelta(days=7)), sure=coming != today)
        case DayWord.NEXT_WEEKDAY:
            return _next_weekday(today, day.number)
        case DayWord.WEEKDAY_OF_NEXT_WEEK:
            monday = today + timedelta(days=7 - today.weekday())
            return Days((monday + timedelta(days=day.number),), sure=True)
        case DayWord.DATE:
            return _dates(day, today)
        case DayWord.WEEK:
            return _ends([week_end(hours, today, weeks) for weeks in range(day.number, day.number + 2)], now, hours)
        case DayWord.MONTH:
            return _ends([month_end(hours, today, months) for months in range(day.number, day.number + 2)], now, hours)
        case DayWord.EARLY_WEEK:
            sunday = today + timedelta(days=6 - today.weekday())
            first = hours.next_working_day(sunday)
            return Days((first, hours.next_working_day(first)), sure=False)
        case DayWord.WEEKEND:
            sunday = today + timedelta(days=6 - today.weekday() + 7 * day.number)
            return Days((hours.next_working_day(sunday),), sure=False)


def _next_weekday(today: date, weekday: int) -> Days:
    ahead = (weekday - today.weekday()) % 7 or 7
    coming = today + timedelta(days=ahead)
    in_this_week = today.weekday() + ahead <= 6
    if in_this_week or ahead == 1:
        return Days((coming, coming + timedelta(days=7)), sure=False)
    return Days((coming,), sure=True)


def _ends(ends: list[date | None], now: datetime, hours: Hours) -> Days:
    """The end of this week, unless it is over."""
    ahead = [end for end in ends if end and (end, hours.closes) > (now.date(), now.time())]
    return Days(tuple(ahead[:1]), sure=bool(ahead) and ahead[0] == ends[0])


def _dates(day: Day, today: date) -> Days:
    readings = [(day.number, day.month)]
    if day.may_be_swapped:
        readings.append((day.month, day.number))
    days = sorted({found for number, month in readings for found in _coming(number, month, day.year, today)})
    if day.weekday is not None:
        fitting = [found for found in days if found.weekday() == day.weekday]
        if not fitting:
            by_weekday = today + timedelta(days=(day.weekday - today.weekday()) % 7)
            return Days(tuple(sorted({*days, by_weekday})), sure=False)
        days = fitting
    # A day without its year that lies far ahead may be one that has passed.
    return Days(tuple(days), sure=len(days) == 1 and (bool(day.year) or days[0] - today < _SOON))


def _coming(number: int, month: int, year: int, today: date) -> Iterator[date]:
    """The first day ahead that has this number, in this month and year where they were said."""
    if year:
        starts = [date(year, month, 1)]
    elif month:
        starts = [date(today.year + ahead, month, 1) for ahead in range(5)]
    else:
        starts = [plus_months(today.replace(day=1), ahead) for ahead in range(3)]
    for start in starts:
        found = start + timedelta(days=number - 1)
        if found.month == start.month and (found >= today or year):
            yield found
            return


def _last_working(hours: Hours, first: date, last: date) -> date | None:
    span = ((last - timedelta(days=back)) for back in range((last - first).days + 1))
    return next((day for day in span if hours.works_on(day)), None)
