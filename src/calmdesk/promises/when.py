"""Resolves time words to an instant, or says what to ask: a wrong time is worse than a question."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice
from math import ceil

from calmdesk.promises.days import plus_months
from calmdesk.promises.hours import Hours, after_working, working_days
from calmdesk.promises.local import in_zone, instants, question, zone_named
from calmdesk.promises.readings import Readings, Scene, readings
from calmdesk.promises.time_values import Length, TimeWords, Unit
from calmdesk.promises.values import Due, Kind
from calmdesk.promises.zone_words import zone_said

WHEN = "When?"
BY_WHEN = "By when?"
AT_WHAT_TIME = "At what time?"
WHICH_ZONE = "In which time zone?"
WHEN_WAS_THIS_SAID = "When? The message carries no time of its own."
# Years in which calendars, zones and a promise of some months ahead all hold.
_YEARS = range(1970, 9000)


def when(words: TimeWords | None, said_at: datetime | None, zone: str | None, hours: Hours) -> Due:
    """
    What the time words of a message mean that was sent at `said_at` by a desk in `zone` (an IANA name).

    A clock time is the next sensible one ahead; a day without a time is over when the desk closes, a morning at noon.
    """
    if words is None:
        return Due(asks=WHEN)
    if words.vague:
        return Due(asks=BY_WHEN)
    if said_at is None or said_at.year not in _YEARS:
        return Due(asks=WHEN_WAS_THIS_SAID)
    # With a plain offset adding two hours is two hours, also in the night when the clocks change.
    said_at, own = in_zone(said_at, said_at.tzinfo or UTC), zone_named(zone)
    if words.length is not None:
        return _after(words.length, said_at, own, hours)
    if words.zone:
        said = zone_said(words.zone, own, said_at)
        zones, words = said.zones, _written_in_full(words) if said.exact else words
    else:
        zones = (own,) if own is not None else ()
    if not zones:
        return Due(asks=WHICH_ZONE, kind=Kind.WALL)
    scenes = [Scene(said_at, each, own or each, hours) for each in zones]
    found = [readings(words, scene) for scene in scenes]
    if words.earliest:
        return Due(asks=BY_WHEN, kind=Kind.WALL, candidates=found[0].instants[:3])
    return _settled(_together(found), said_at, own or zones[0])


def _written_in_full(words: TimeWords) -> TimeWords:
    """Whoever names UTC writes all 24 hours."""
    return words._replace(clock=words.clock._replace(exact=True)) if words.clock else words


def _together(found: list[Readings]) -> Readings:
    if len(found) == 1:
        return found[0]
    every = sorted({instant for one in found for instant in one.instants})
    return Readings(tuple(every), sure=len(every) == 1 and all(one.sure for one in found))


def _settled(found: Readings, said_at: datetime, zone: tzinfo) -> Due:
    if found.sure:
        return Due(due=found.instants[0], kind=Kind.WALL)
    candidates = tuple(found.instants[:3])
    return Due(
        kind=Kind.WALL, asks=question(candidates, said_at, zone) if candidates else AT_WHAT_TIME, candidates=candidates
    )


def _after(length: Length, said_at: datetime, own: tzinfo | None, hours: Hours) -> Due:
    """Minutes and hours run by themselves; days and weeks end when the desk closes."""
    if not length.number:
        return Due(asks=BY_WHEN)
    if length.unit in (Unit.MINUTE, Unit.HOUR):
        seconds = length.number * (60 if length.unit is Unit.MINUTE else 3600)
        due = in_zone(said_at + timedelta(seconds=round(seconds)), own or said_at.tzinfo or UTC)
        return Due(asks=BY_WHEN, kind=Kind.INSTANT, candidates=(due,)) if length.loose else Due(due, Kind.INSTANT)
    if own is None:
        return Due(asks=WHICH_ZONE, kind=Kind.WALL)
    found = _counted(length, said_at, own, hours)
    return _settled(found._replace(sure=found.sure and not length.loose), said_at, own)


def _counted(length: Length, said_at: datetime, zone: tzinfo, hours: Hours) -> Readings:
    today, number = said_at.astimezone(zone).date(), ceil(length.number)
    if length.unit is Unit.WORKING_HOUR:
        due = after_working(hours, zone, said_at, timedelta(hours=length.number))
        return Readings((in_zone(due, zone),) if due else (), sure=due is not None)
    if length.unit is Unit.WORKING_DAY:
        days = list(islice(working_days(hours, today), number - 1, number))
    elif length.unit is Unit.MONTH:
        days = _worked(plus_months(today, number), hours)
    else:
        days = _worked(today + timedelta(days=number * (7 if length.unit is Unit.WEEK else 1)), hours)
    found = sorted({instant for day in days for instant in instants(day, hours.closes, zone)[0] if instant > said_at})
    return Readings(tuple(found), sure=len(found) == 1)


def _worked(day: date, hours: Hours) -> list[date]:
    """The day, and where the desk is closed on it the next one that may be meant."""
    return [day] if hours.works_on(day) else [day, hours.next_working_day(day)]
