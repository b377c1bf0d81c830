"""Which instants a clock time or a part of the day may mean: 2:30 said at nine in the morning is 14:30."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from calmdesk.promises.days import days_meant
from calmdesk.promises.hours import Hours
from calmdesk.promises.local import instants
from calmdesk.promises.time_values import Clock, Day, DayWord, Part, TimeWords

_NOON = time(12)
# "First thing" is the first hour: nobody has broken it at one minute past nine.
_FIRST_HOUR = timedelta(hours=1)
_NEAR = timedelta(hours=4)
# Said in the evening, "at 2:30 am" is this night.
_TONIGHT = timedelta(hours=10)


class Scene(NamedTuple):
    """When and where the words were said. `zone` is the one they speak of, `desk` the one in which the desk works."""

    now: datetime
    zone: tzinfo
    desk: tzinfo
    hours: Hours

    @property
    def local(self) -> datetime:
        return self.now.astimezone(self.zone)

    def works_at(self, instant: datetime) -> bool:
        return self.hours.covers(instant.astimezone(self.desk).replace(tzinfo=None))

    def open_hours_at(self, instant: datetime) -> bool:
        """Whether the clock stands between opening and closing time, on whichever day."""
        return self.hours.opens <= instant.astimezone(self.desk).time() <= self.hours.closes


class Readings(NamedTuple):
    """Instants that may be meant, earliest first. `sure`: there is one, and no other reading."""

    instants: tuple[datetime, ...]
    sure: bool


def readings(words: TimeWords, scene: Scene) -> Readings:
    """What time words with a day, a clock time or a part of the day may mean; never an instant that has passed."""
    if words.clock is not None:
        halves = _halves(words.clock, words.part)
        if words.day is None:
            return _bare_clock(halves, scene)
        return _clock_on_a_day(halves, words.day, scene)
    if words.part in (Part.EVENING, Part.NIGHT):
        return Readings((), sure=False)
    if words.part is Part.FULL_HOUR:
        full = scene.local.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        return _ahead([(full.date(), full.time())], scene, sure=words.day in (None, Day(DayWord.TODAY)))
    if words.part is Part.MIDNIGHT:
        return _midnight(words.day, scene)
    return _part_of_a_day(words, scene)


def _halves(clock: Clock, part: Part | None) -> tuple[time, ...]:
    """Morning and evening reading of a clock time, or the one that is left."""
    if clock.exact:
        return (time(clock.hour, clock.minute),)
    early, late = time(clock.hour % 12, clock.minute), time(clock.hour % 12 + 12, clock.minute)
    if part in (Part.MORNING, Part.FIRST_THING):
        return (early,)
    if part in (Part.AFTERNOON, Part.EVENING, Part.CLOSE) or (part is Part.NIGHT and early.hour > 5):
        return (late,)
    return early, late


def _bare_clock(halves: tuple[time, ...], scene: Scene) -> Readings:
    """The next time the clock shows it, unless another reading is as sensible: then both."""
    today = scene.local.date()
    now = _ahead([(today, half) for half in halves], scene, sure=True)
    tomorrow = _ahead([(today + timedelta(days=1), half) for half in halves], scene, sure=True)
    next_working = _ahead([(scene.hours.next_working_day(today), half) for half in halves], scene, sure=True)
    working = [instant for instant in now.instants if scene.works_at(instant)]
    working_later = [instant for instant in next_working.instants if scene.works_at(instant)]
    if not now.instants:
        if len(halves) == 1 and tomorrow.instants and tomorrow.instants[0] - scene.now < _TONIGHT:
            return tomorrow
        return Readings(tuple(working_later) or tomorrow.instants, sure=False)
    if not now.sure:
        return now
    if len(working) == 1 and len(now.instants) == 1:
        return Readings(tuple(working), sure=True)
    if len(working) == 1:
        # Someone who writes at seven in the evening or at five in the morning may mean such an hour.
        near = now.instants[0] not in working and not scene.works_at(scene.now)
        near = near and now.instants[0] - scene.now < _NEAR
        return now._replace(sure=False) if near else Readings(tuple(working), sure=True)
    if len(now.instants) == 1 and not working_later:
        return now
    if not working:
        return Readings((*now.instants, *working_later)[:3], sure=False)
    return Readings(now.instants, sure=False)


def _clock_on_a_day(halves: tuple[time, ...], day: Day, scene: Scene) -> Readings:
    meant = days_meant(day, scene.local, scene.hours, with_clock=True)
    if day.word in (DayWord.EARLY_WEEK, DayWord.WEEKEND, DayWord.WEEK, DayWord.MONTH):
        meant = meant._replace(sure=False)
    found = _ahead([(each, half) for each in meant.days for half in halves], scene, sure=True)
    usual = [instant for instant in found.instants if scene.open_hours_at(instant)]
    if len(halves) > 1 and usual:
        found = found._replace(instants=tuple(usual))
    return found._replace(sure=found.sure and meant.sure and len(found.instants) == 1)


def _part_of_a_day(words: TimeWords, scene: Scene) -> Readings:
    day, part = words.day, words.part
    hours, now = scene.hours, scene.local
    if day is None:
        return _bare_part(part, scene)
    meant = days_meant(day, now, hours, with_clock=False)
    if part is None and day.word is DayWord.TODAY and not (hours.works_on(now.date()) and now.time() < hours.closes):
        return _ahead([(now.date(), time(23, 59))], scene, sure=False)
    if part is None and day.word is DayWord.WEEKEND:
        return _ahead([(each, hours.opens) for each in meant.days], scene, sure=False)
    if part is not None and day.word in (DayWord.EARLY_WEEK, DayWord.WEEKEND):
        meant = meant._replace(sure=False)
    clock = _end_of(part, hours)
    if day.word is DayWord.TODAY and not hours.works_on(now.date()) and part in (Part.CLOSE, Part.FIRST_THING):
        return _ahead([(each, clock) for each in (now.date(), hours.next_working_day(now.date()))], scene, sure=False)
    return _ahead([(each, clock) for each in meant.days], scene, sure=meant.sure)


def _bare_part(part: Part | None, scene: Scene) -> Readings:
    """In the morning, before lunch, by end of day: today's, or if that is over perhaps the next one."""
    hours, now = scene.hours, scene.local
    today, clock = now.date(), _end_of(part, scene.hours)
    tomorrow = days_meant(Day(DayWord.AHEAD, 1), now, hours, with_clock=False)
    next_ones = [(each, clock) for each in tomorrow.days]
    before_work = now.time() < hours.opens
    if part in (Part.MORNING, Part.FIRST_THING) and not (before_work and hours.works_on(today)):
        over = part is Part.FIRST_THING or now.time() >= _NOON
        return _ahead(next_ones if over else [(today, clock), *next_ones], scene, sure=over and tomorrow.sure)
    if not hours.works_on(today):
        return _ahead([(today, clock), (hours.next_working_day(today), clock)], scene, sure=False)
    if now.time() < clock:
        return _ahead([(today, clock)], scene, sure=True)
    return _ahead([(hours.next_working_day(today), clock)], scene, sure=False)


def _end_of(part: Part | None, hours: Hours) -> time:
    """A part of the day is over at: a promise for the morning is kept at any time of it."""
    if part is Part.FIRST_THING:
        first = datetime.combine(date(2000, 1, 1), hours.opens) + _FIRST_HOUR
        return min(first.time(), hours.closes) if first.day == 1 else hours.closes
    if part in (Part.MORNING, Part.NOON):
        return _NOON
    if part in (Part.AFTERNOON, Part.AFTER_LUNCH):
        return hours.closes if hours.closes > _NOON else time(18)
    return hours.closes


def _midnight(day: Day | None, scene: Scene) -> Readings:
    """The next one; "midnight on Friday" may be the beginning of that day or its end."""
    one = timedelta(days=1)
    if day is None or day.word is DayWord.TODAY:
        return _ahead([(scene.local.date() + one, time(0))], scene, sure=True)
    meant = days_meant(day, scene.local, scene.hours, with_clock=True)
    return _ahead(
        [(each + ahead, time(0)) for each in meant.days[:1] for ahead in (timedelta(), one)], scene, sure=False
    )


def _ahead(places: Iterable[tuple[date, time]], scene: Scene, *, sure: bool) -> Readings:
    """The instants of these local times that are still to come. Around a change of the clocks nothing is sure."""
    found: set[datetime] = set()
    for day, clock in places:
        here, one = instants(day, clock, scene.zone)
        coming = [instant for instant in here if instant > scene.now]
        sure = sure and (one or not coming)
        found.update(coming)
    return Readings(tuple(sorted(found)), sure and bool(found))
