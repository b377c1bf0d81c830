"""Lengths of time from now: in 20 minutes, within the hour, in one to two working days, half an hour from now."""

from __future__ import annotations

import re2

from calmdesk.promises.time_values import Length, Unit

_SPELLED = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty five": 25, "twenty four": 24,
    "thirty": 30, "forty": 40, "forty five": 45, "forty eight": 48, "sixty": 60, "seventy two": 72, "ninety": 90,
}  # fmt: skip
_WORD = "|".join(sorted((word.replace(" ", "[- ]") for word in _SPELLED), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{_WORD})"
_LOOSE = r"(?:(?:an?(?:other)? |the next |the )?(?:couple(?: of| more)?|few(?: more)?|several|some))"
_UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|fortnight|m\b|h\b|d\b)"
_LEAD = (
    r"(?:(?:in|within|with in|inside|inside of|in under|under|in less than|in about|after|over|during|every"
    r"|in no more than|in at most|give (?:me|us)|gimme)(?: (?:the|about|around|approximately|approx\.?|roughly"
    r"|maybe|another|next|coming|no more than|less than|at most|up to|max\.?|maximum|only|just|under|at least|say"
    r"|like))*)"
)
_SPAN = (
    r"(?:half an? ?(?:hour|day)|half-?hour|(?:three )?quarters? of an hour|(?:an|one|1) hour and a half"
    r"|(?:an|one|1) and a half hours?|the (?:hour|next hour|coming hour)"
    rf"|(?:{_NUMBER} ?(?:-|to|or) ?)?(?:{_NUMBER}|{_LOOSE}) ?-?(?:more )?(?:working |business |office |calendar "
    rf"|work )?{_UNIT}(?: or (?:two|so|less|three))?)"
)
LENGTH = (
    rf"{_LEAD} ?~?{_SPAN}(?:'s?)?(?: time| from now| at (?:the )?most| max| at the latest)?\b|(?:the )?next hour"
    rf"|(?:about )?{_SPAN} from now\b"
)
_READ = re2.compile(
    rf"(?:({_NUMBER}) ?(?:-|to|or) ?)?(?:\b({_NUMBER})|({_LOOSE})) ?-?(?:more )?(working |business |office "
    rf"|work )?(?:calendar )?({_UNIT})(?: or (two|three))?"
)
_FIXED = (
    ("three quarter", Length(45, Unit.MINUTE)),
    ("quarter", Length(15, Unit.MINUTE)),
    ("hour and a half", Length(90, Unit.MINUTE)),
    ("and a half hour", Length(90, Unit.MINUTE)),
    ("half a day", Length(0, Unit.DAY, loose=True)),
    ("half day", Length(0, Unit.DAY, loose=True)),
    ("half", Length(30, Unit.MINUTE)),
    ("the hour", Length(60, Unit.MINUTE)),
    ("next hour", Length(60, Unit.MINUTE)),
    ("coming hour", Length(60, Unit.MINUTE)),
)
_UNITS = {"m": Unit.MINUTE, "h": Unit.HOUR, "d": Unit.DAY, "w": Unit.WEEK, "f": Unit.WEEK}


def length_of(words: str) -> Length | None:
    """The longest length that the words allow: in five to ten minutes is within ten."""
    for part, length in _FIXED:
        if part in words:
            return length
    found = _READ.search(words)
    if not found:
        return None
    _, most, loose, working, unit, or_more = found.groups()
    number = _number(most) if most else 2.0
    number = _number(or_more) if or_more else number
    if unit.startswith("sec"):
        return Length(number / 60, Unit.MINUTE, loose=bool(loose))
    counted = Unit.MONTH if unit.startswith("mo") else _UNITS[unit[0]]
    if unit == "fortnight":
        number *= 2
    if working and counted in (Unit.HOUR, Unit.DAY):
        counted = Unit.WORKING_HOUR if counted is Unit.HOUR else Unit.WORKING_DAY
    return Length(number, counted, loose=bool(loose))


def _number(word: str) -> float:
    spelled = _SPELLED.get(word.replace("-", " "))
    return float(word.replace(",", ".")) if spelled is None else float(spelled)
