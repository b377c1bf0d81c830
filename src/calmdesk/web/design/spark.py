"""The small line of an inbox row: the tension of one conversation in 96 by 22 units."""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from calmdesk.reading.values import Reading

WIDTH, HEIGHT = 96.0, 22.0
_EDGE = 3.0
_MOST = 60


class Spark(msgspec.Struct, frozen=True):
    """`line` holds SVG points; `shift_x`, `shift_y` the place of the first shift, empty where there is none."""

    line: str
    shift_x: str = ""
    shift_y: str = ""


def spark_of(reading: Reading) -> Spark:
    """The line of a reading, thinned where the conversation is long; empty where nothing was judged."""
    levels = [(message.id, message.tension) for message in reading.messages if message.tension is not UNSET]
    if len(levels) < 2:
        return Spark("")
    step = (WIDTH - 2 * _EDGE) / (len(levels) - 1)
    places = {
        name: (_EDGE + index * step, HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * min(1.0, max(0.0, level)))
        for index, (name, level) in enumerate(levels)
    }
    shift = reading.first_shift if reading.first_shift is not UNSET else None
    x, y = places.get(shift.message, (None, None)) if shift else (None, None)
    return Spark(
        line=" ".join(f"{x:.1f},{y:.1f}" for x, y in _thinned(list(places.values()))),
        shift_x="" if x is None else f"{x:.1f}",
        shift_y="" if y is None else f"{y:.1f}",
    )


def _thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The highest point of each stretch, so that a peak is never lost."""
    if len(points) <= _MOST:
        return points
    size = -(-len(points) // _MOST)
    return [min(points[start : start + size], key=lambda point: point[1]) for start in range(0, len(points), size)]
