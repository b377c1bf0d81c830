"""When the desk works, as an operator writes it: `mon-fri 09:00-17:30`."""

from __future__ import annotations

from datetime import date, time

from calmdesk.errors import BadInput
from calmdesk.promises import Hours

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FORM = 'it must be written as "mon-fri 09:00-17:30" or "mon,wed,sat 08:00-14:00". Correct it.'


def hours_from(text: str) -> Hours:
    """The hours in one line; raises ValueError, whose words say how to write them."""
    days, _, times = text.lower().partition(" ")
    opens, _, closes = times.strip().partition("-")
    try:
        return Hours(
            weekdays=frozenset(_days(days)), opens=time.fromisoformat(opens), closes=time.fromisoformat(closes)
        )
    except (ValueError, BadInput):
        raise ValueError(FORM) from None


def holidays_from(texts: tuple[str, ...]) -> frozenset[date]:
    """Days on which the desk is shut; raises ValueError, whose words say how to write them."""
    try:
        return frozenset(date.fromisoformat(text) for text in texts)
    except ValueError:
        raise ValueError('it must be days such as "2026-12-25", separated by commas. Correct it.') from None


def _days(text: str) -> list[int]:
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = _DAYS.index(first), _DAYS.index(last or first)
        # "fri-mon" runs over the weekend.
        found += [day % 7 for day in range(start, end + 1 if end >= start else end + 8)]
    return found
