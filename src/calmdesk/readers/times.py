"""Times as chats and ticket systems write them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

import re2

_DATE = r"(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2}))"
_TIME = r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?[ \x{202f}\x{a0}]?([AaPp]\.?[Mm]\.?)?"
_ZONE = r" ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?"
STAMP = rf"(?:{_DATE}(?:T|,? {{1,3}}))?{_TIME}{_ZONE}"
_STAMP = re2.compile(rf"(?i)^\s*{STAMP}\s*$")
_DAY = re2.compile(rf"^\s*{_DATE}\s*$")


@dataclass(frozen=True)
class Stamp:
    """A time as written. `day` is None for a bare clock time, and two numbers where day and month could be either."""

    hour: int
    minute: int
    second: int = 0
    microsecond: int = 0
    year: int | None = None
    first: int | None = None
    second_number: int | None = None
    order: str = ""
    zone: str = ""
    has_seconds: bool = False

    @property
    def has_date(self) -> bool:
        return self.year is not None

    @property
    def seconds(self) -> float:
        """Since midnight, or since the start where the stamps of a transcript count from 0:00:00."""
        return self.hour * 3600 + self.minute * 60 + self.second + self.microsecond / 1e6


@lru_cache(maxsize=4_096)  # the rows of one message, and many neighbours, have the same time
def stamp(text: str) -> Stamp | None:
    """Read a whole text as a time with or without a date, or as a date alone."""
    if len(text) > 60:
        return None
    found = _STAMP.match(text)
    if found:
        return stamp_from(found.groups())
    found = _DAY.match(text)
    return stamp_from((*found.groups(), "0", "0", None, None, None, None)) if found else None


def stamp_from(groups: Iterable[str | None]) -> Stamp | None:
    """The groups of a match of STAMP; None where it is no time ("10:75"). "75:10" may be 75 minutes into a call."""
    year, month, day, left, mark, right, short, hour, minute, second, fraction, half, zone = groups
    first: int | None
    other: int | None
    hours = int(hour or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    if int(minute or 0) > 59 or int(second or 0) > 59:
        return None
    if year:
        first, other, order = int(month or 0), int(day or 0), "month first"
    elif short:
        # 05.01.2026 has the day first wherever dots are written; 05/01/2026 depends on the country.
        first, other, order = int(left or 0), int(right or 0), "day first" if mark == "." else ""
    else:
        first = other = None
        order = ""
    written = year or short
    number = int(written) if written else None
    return Stamp(
        hour=hours,
        minute=int(minute or 0),
        second=int(second or 0),
        microsecond=int((fraction or "0").ljust(6, "0")),
        year=number + 2000 if number is not None and number < 100 else number,
        first=first,
        second_number=other,
        order=order,
        zone=zone or "",
        has_seconds=second is not None,
    )


class Calendar:
    """Turns the stamps of one file into instants, after having seen all of them.

    `notes` say in words what had to be assumed. A bare clock time stays without a date, because none is known; a day
    and month that could be either way round are told by the other stamps of the file, or left out.
    """

    def __init__(self, stamps: Iterable[Stamp], zone: str | None) -> None:
        self._zone: tzinfo = _zone(zone) or UTC
        self._zone_known = _zone(zone) is not None
        self._order = ""
        noted: dict[str, None] = {}
        for one in stamps:
            if not one.has_date:
                continue
            if not one.zone and not self._zone_known:
                noted["the times have no zone and are read as UTC"] = None
            if not one.order:
                self._order = self._order or _order(one)
                noted["open order"] = None
        if noted.pop("open order", 0) is None and not self._order:
            noted["day and month could be either way round, so the times are left out"] = None
        self.notes = tuple(noted)

    def instant(self, one: Stamp) -> datetime | None:
        """The instant, or None where no date is known or the date does not exist."""
        order = one.order or self._order
        if one.year is None or one.first is None or one.second_number is None or not order:
            return None
        month, day = (one.first, one.second_number) if order == "month first" else (one.second_number, one.first)
        zone = _offset(one.zone) if one.zone else self._zone
        try:
            return datetime(one.year, month, day, one.hour, one.minute, one.second, one.microsecond, tzinfo=zone)
        except ValueError:
            return None


def _order(one: Stamp) -> str:
    if (one.first or 0) > 12:
        return "day first"
    return "month first" if (one.second_number or 0) > 12 else ""


def _zone(name: str | None) -> tzinfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def _offset(written: str) -> tzinfo | None:
    if written.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = written[1:].replace(":", "").ljust(4, "0")
    try:
        return datetime.fromisoformat(f"2026-01-01T00:00:00{written[0]}{digits[:2]}:{digits[2:]}").tzinfo
    except ValueError:
        return UTC
