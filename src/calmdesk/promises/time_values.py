"""A time as it was said, before anybody asks which instant that is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class DayWord(StrEnum):
    """How a day was named."""

    TODAY = "today"
    AHEAD = "ahead"  # tomorrow, the day after tomorrow
    WEEKDAY = "weekday"
    NEXT_WEEKDAY = "next weekday"  # "next Tuesday"
    WEEKDAY_OF_NEXT_WEEK = "weekday of next week"
    DATE = "date"
    WEEK = "week"  # by its last working day
    EARLY_WEEK = "early in a week"
    MONTH = "month"
    WEEKEND = "weekend"


class Day(NamedTuple):
    """`number`: days ahead, the weekday (Monday is 0), weeks or months ahead, or the day of the month."""

    word: DayWord
    number: int = 0
    month: int = 0
    year: int = 0
    weekday: int | None = None  # said beside a date
    may_be_swapped: bool = False  # 3/4 is the third of April or the fourth of March


class Clock(NamedTuple):
    """`exact` where only one half of the day can be meant: a.m. or p.m. was said, or it is a 24-hour time."""

    hour: int
    minute: int
    exact: bool


class Part(StrEnum):
    """A part of the day that was named instead of a clock time, or beside one."""

    FIRST_THING = "first thing"
    MORNING = "morning"
    NOON = "noon"
    AFTER_LUNCH = "after lunch"
    AFTERNOON = "afternoon"
    CLOSE = "close"
    EVENING = "evening"
    NIGHT = "night"
    MIDNIGHT = "midnight"
    FULL_HOUR = "full hour"


class Unit(StrEnum):
    """What a length of time is counted in."""

    MINUTE = "minute"
    HOUR = "hour"
    WORKING_HOUR = "working hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"


class Length(NamedTuple):
    """How long from now; `loose` where the number is only a manner of speaking ("a couple of hours")."""

    number: float
    unit: Unit
    loose: bool = False


class TimeWords(NamedTuple):
    """
    The time words of one promise, with their place in the text they were found in.

    `vague`: words such as "soon" that name no time. `earliest`: only a beginning was named ("after 3").
    """

    start: int
    end: int
    day: Day | None = None
    clock: Clock | None = None
    part: Part | None = None
    length: Length | None = None
    zone: str = ""
    vague: bool = False
    earliest: bool = False
