"""Zones named beside a clock time: 3 pm CET, 10:00 UTC+2, 2pm ET, 9:00 London time, your time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

import re2

# The zone's own name, hours from UTC that it stands for (None: whichever the season has), a place that uses it.
_NAMED: dict[str, tuple[float | None, str]] = {
    "utc": (0, ""), "gmt": (0, ""), "z": (0, ""),
    "wet": (0, "Europe/Lisbon"), "west": (1, "Europe/Lisbon"), "bst": (1, "Europe/London"),
    "cet": (1, "Europe/Berlin"), "cest": (2, "Europe/Berlin"), "eet": (2, "Europe/Athens"),
    "eest": (3, "Europe/Athens"),
    "est": (-5, "America/New_York"), "edt": (-4, "America/New_York"), "et": (None, "America/New_York"),
    "cdt": (-5, "America/Chicago"), "ct": (None, "America/Chicago"),
    "mst": (-7, "America/Denver"), "mdt": (-6, "America/Denver"), "mt": (None, "America/Denver"),
    "pst": (-8, "America/Los_Angeles"), "pdt": (-7, "America/Los_Angeles"), "pt": (None, "America/Los_Angeles"),
    "jst": (9, "Asia/Tokyo"), "sgt": (8, "Asia/Singapore"), "hkt": (8, "Asia/Hong_Kong"),
    "aest": (10, "Australia/Sydney"), "aedt": (11, "Australia/Sydney"), "nzst": (12, "Pacific/Auckland"),
    "nzdt": (13, "Pacific/Auckland"),
    "eastern": (None, "America/New_York"), "central": (None, "America/Chicago"), "mountain": (None, "America/Denver"),
    "pacific": (None, "America/Los_Angeles"), "london": (None, "Europe/London"), "uk": (None, "Europe/London"),
    "dublin": (None, "Europe/Dublin"), "berlin": (None, "Europe/Berlin"), "german": (None, "Europe/Berlin"),
    "paris": (None, "Europe/Paris"), "madrid": (None, "Europe/Madrid"), "zurich": (None, "Europe/Zurich"),
    "new york": (None, "America/New_York"), "chicago": (None, "America/Chicago"),
    "tokyo": (None, "Asia/Tokyo"), "sydney": (None, "Australia/Sydney"), "singapore": (None, "Asia/Singapore"),
    "india": (None, "Asia/Kolkata"), "indian": (None, "Asia/Kolkata"),
}  # fmt: skip
# Letters that stand for zones hours apart: without a desk that uses one of them, only the person knows which.
_SEVERAL: dict[str, tuple[float, ...]] = {"ist": (5.5, 2, 1), "cst": (-6, 8)}
_OURS = frozenset({"our", "my", "local"})
_CITIES = sorted((name for name in _NAMED if len(name) > 4 or name == "uk"), key=len, reverse=True)
_LETTERS = sorted((name for name in (*_NAMED, *_SEVERAL) if name not in _CITIES), key=len, reverse=True)

ZONE = (
    rf"(?:(?:utc|gmt)\s?[+-]\d{{1,2}}(?::?\d{{2}})?|(?:{'|'.join(_CITIES)}|our|my|local|your)(?: local| standard"
    rf"| daylight)? time|(?:eastern|pacific|{'|'.join(_LETTERS)})\b)"
)
_OFFSET = re2.compile(r"^(?:utc|gmt)\s?([+-])(\d{1,2})(?::?(\d{2}))?$")


class SaidZone(NamedTuple):
    """
    What a zone in words comes down to: one zone, or several that may be meant.

    `exact`: whoever names it writes 24-hour times (UTC).
    """

    zones: tuple[tzinfo, ...]
    exact: bool = False


def zone_said(words: str, own: tzinfo | None, at: datetime) -> SaidZone:
    """
    The zones that the words may mean at about this time. `own` is the desk's.

    Who says CET in July, or EST, may mean the clock on the wall, an hour away from what the letters say: then both.
    """
    name = " ".join(words.split()).removesuffix(" time")
    offset = _OFFSET.match(name)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        fits = minutes < 24 * 60
        return SaidZone((_fixed((minutes if offset[1] == "+" else -minutes) / 60),) if fits else (), exact=True)
    name = name.removesuffix(" local").removesuffix(" standard").removesuffix(" daylight")
    if name in _OURS:
        return SaidZone((own,) if own else ())
    if name == "your":
        return SaidZone(())
    if own is not None and name.upper() in _own_names(own, at):
        hours = _own_names(own, at)[name.upper()]
        return SaidZone(_both(hours, own, at))
    if name in _SEVERAL:
        return SaidZone(tuple(_fixed(hours) for hours in _SEVERAL[name]))
    strict, place = _NAMED[name]
    if not place:
        return SaidZone((UTC,), exact=True)
    return SaidZone(_both(strict, ZoneInfo(place), at))


def _both(strict: float | None, place: tzinfo, at: datetime) -> tuple[tzinfo, ...]:
    if strict is None or place.utcoffset(at.astimezone(place).replace(tzinfo=None)) == timedelta(hours=strict):
        return (place,)
    return (_fixed(strict), place)


def _own_names(own: tzinfo, at: datetime) -> dict[str, float]:
    """What the desk's own zone is called in winter and in summer, each with its hours from UTC."""
    names: dict[str, float] = {}
    for month in (1, 7):
        day = datetime(at.year, month, 1, 12)
        name, offset = own.tzname(day), own.utcoffset(day)
        if name and name.isalpha() and name != "UTC" and offset is not None:
            names[name] = offset.total_seconds() / 3600
    return names


def _fixed(hours: float) -> tzinfo:
    return timezone(timedelta(hours=hours))
