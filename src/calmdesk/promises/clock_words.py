"""Clock times as people write and say them: 2:30, 14.30, 9am, half past two, nine o'clock, 1430 hrs."""

from __future__ import annotations

import re2

from calmdesk.promises.time_values import Clock

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES = {
    "five": 5, "ten": 10, "fifteen": 15, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty five": 25, "thirty": 30,
    "half": 30, "forty": 40, "forty five": 45, "fifty": 50, "fifty five": 55,
}  # fmt: skip
_HOUR = "(?:" + "|".join(sorted(_HOURS, key=len, reverse=True)) + ")"
_MINUTE = "(?:fifteen|thirty|forty[- ]five|forty|twenty[- ]five|twenty|fifty[- ]five|fifty|ten)"
_HALF = r"(?:\s?(?:[ap]\.\s?m\.|[ap]\.?\s?m\b))"

# Longest first: the first that fits is taken.
CLOCK = (
    rf"(?:(?:half|(?:a )?quarter|five|ten|twenty(?:[- ]five)?)\s+(?:past|to|after)\s+(?:\d{{1,2}}|{_HOUR}){_HALF}?"
    rf"|\d{{1,2}}\s+past\s+(?:\d{{1,2}}|{_HOUR}){_HALF}?|half\s+{_HOUR}"
    rf"|\d{{1,2}}[:.h]\d{{2}}(?::\d\d)?{_HALF}?(?:\s?h(?:rs?|ours)?\b)?|\d{{4}}(?:\s?h(?:rs?|ours)?)?\b"
    rf"|\d{{1,2}}(?:{_HALF}|\s?o'?\s?clock)?|{_HOUR}(?:[- ]{_MINUTE})?(?:{_HALF}|\s?o'?\s?clock)?)"
)
_PAST = re2.compile(
    rf"^(half|(?:a )?quarter|[a-z]+(?:[- ]five)?|\d{{1,2}})\s+(past|to|after)\s+(\d{{1,2}}|{_HOUR})(.*)$"
)
_HALF_HOUR = re2.compile(rf"^half\s+({_HOUR})$")
_DIGITS = re2.compile(r"^(\d{1,2})(?:[:.h](\d{2})(?::\d\d)?)?(.*)$")
_FOUR = re2.compile(r"^(\d{2})(\d{2})(\s?h.*)?$")
_WORDS = re2.compile(rf"^({_HOUR})(?:[- ]({_MINUTE}))?(.*)$")
_LOOKS_LIKE_A_YEAR = ("19", "20")


def clock_of(words: str) -> Clock | None:
    """The clock time that these words name, or None where they name none (25:10)."""
    for read in (_past, _half_hour, _four_digits, _digits, _spelled):
        found = read(words)
        if found is not None:
            return found
    return None


def is_plain_number(words: str) -> bool:
    """Whether only what stands before it ("at", "by") can make it a time."""
    return not any(mark in words for mark in (":", "past", " to ", "clock", "half")) and not _half_of(words)


def _past(words: str) -> Clock | None:
    found = _PAST.match(words)
    if not found:
        return None
    amount, direction, hour, rest = found.groups()
    minutes = int(amount) if amount.isdigit() else _MINUTES.get(amount.replace("-", " "), -1)
    base = int(hour) if hour.isdigit() else _HOURS.index(hour) + 1
    if not 0 <= minutes < 60:
        return None
    if direction == "to":
        base, minutes = (base - 1 if base > 1 else 12), 60 - minutes
    return _clock(base, minutes % 60, _half_of(rest))


def _half_hour(words: str) -> Clock | None:
    found = _HALF_HOUR.match(words)
    return _clock(_HOURS.index(found[1]) + 1, 30, "") if found else None


def _four_digits(words: str) -> Clock | None:
    found = _FOUR.match(words)
    if not found or (found[1] in _LOOKS_LIKE_A_YEAR and not found[3]):
        return None
    clock = _clock(int(found[1]), int(found[2]), "")
    return clock._replace(exact=True) if clock else None


def _digits(words: str) -> Clock | None:
    found = _DIGITS.match(words)
    if not found or found[3][:1].isdigit():
        return None
    clock = _clock(int(found[1]), int(found[2] or 0), _half_of(found[3]))
    written_out = len(found[1]) == 2 and found[1].startswith("0") and found[2] is not None
    return clock._replace(exact=True) if clock and written_out else clock


def _spelled(words: str) -> Clock | None:
    found = _WORDS.match(words)
    if not found:
        return None
    minute = _MINUTES[found[2].replace("-", " ")] if found[2] else 0
    return _clock(_HOURS.index(found[1]) + 1, minute, _half_of(found[3]))


def _half_of(rest: str) -> str:
    letters = "".join(letter for letter in rest if letter.isalpha())
    return letters[-2:] if letters[-2:] in ("am", "pm") else ""


def _clock(hour: int, minute: int, half: str) -> Clock | None:
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    if half and 1 <= hour <= 12:
        return Clock(hour % 12 + (12 if half == "pm" else 0), minute, exact=True)
    return Clock(hour, minute, exact=hour > 12 or hour == 0)
