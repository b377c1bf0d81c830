"""The tension line: where each message stands, the first shift, and the loudest moment apart from it (P-2.5).

Numbers are strings in percent of the drawing, so that no template and no locale touches them. The drawing needs no
style attribute: dots and flags sit at percentages, and only the line itself is stretched.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from calmdesk.conversation import DESK_SIDE, Conversation
from calmdesk.reading.values import MessageReading, Reading
from calmdesk.web.design.tone import Tone, tone_of_stance

_TOP, _BOTTOM = 26.0, 90.0
_STEADY = 0.15


class Point(msgspec.Struct, frozen=True):
    """One message on the line. `tone` is None for the desk and for what was not judged."""

    place: int
    x: str
    y: str
    left: str
    width: str
    side: str
    tone: Tone | None
    level: str
    level_word: str
    first_shift: bool
    loudest: bool


class Flag(msgspec.Struct, frozen=True):
    """A first shift on the drawing. `word` stands beside it, on its left near the right edge."""

    x: str
    word: str
    left: bool


class Stretch(msgspec.Struct, frozen=True):
    """SVG points of the line, and of the area below it."""

    line: str
    area: str


class TensionLine(msgspec.Struct, frozen=True):
    """`stretches` are what was judged without a gap, in a box of 100 by 100: nothing is drawn over what was not."""

    points: tuple[Point, ...]
    stretches: tuple[Stretch, ...]
    flags: tuple[Flag, ...]
    loudest: Point | None
    peak_left: bool

    @property
    def drawn(self) -> bool:
        return bool(self.stretches)

    @property
    def flat(self) -> bool:
        """Whether nothing stands out, so that the drawing can be small."""
        return not self.flags and self.loudest is None

    @property
    def dense(self) -> bool:
        return len(self.points) > 60


def tension_line(conversation: Conversation, reading: Reading) -> TensionLine:
    """The line of a reading; where a message has no level, because it was not judged, the line has a gap."""
    said = {message.id: message for message in reading.messages}
    shifted = shifted_messages(reading)
    loudest = loudest_message(reading)
    count = len(conversation.messages)
    points: list[Point] = []
    stretches: list[list[tuple[float, float]]] = [[]]
    for index, message in enumerate(conversation.messages):
        read = said.get(message.id)
        if read is None or read.tension is UNSET:
            stretches.append([])
            continue
        x, y = (index + 0.5) * 100 / count, _BOTTOM - (_BOTTOM - _TOP) * min(1.0, max(0.0, read.tension))
        stretches[-1].append((x, y))
        points.append(
            Point(
                place=index + 1,
                x=_number(x),
                y=_number(y),
                left=_number(index * 100 / count),
                width=_number(100 / count),
                side="desk" if conversation.role_of(message) in DESK_SIDE else "requester",
                tone=_tone(read),
                level=f"{read.tension:.2f}",
                level_word=level_word(read.tension),
                first_shift=message.id in shifted,
                loudest=message.id == loudest,
            )
        )
    top = next((point for point in points if point.loudest), None)
    return TensionLine(
        points=tuple(points),
        stretches=tuple(_stretch(places) for places in stretches if len(places) > 1),
        flags=_flags([point for point in points if point.first_shift]),
        # Where the first shift is the loudest moment too, its flag says so; two marks there would hide each other.
        loudest=top if top is not None and not top.first_shift else None,
        peak_left=top is not None and _is_near_the_end(top.x, "loudest"),
    )


def shifted_messages(reading: Reading) -> frozenset[str]:
    """The messages at which somebody first left their own baseline."""
    shifts = reading.first_shifts if reading.first_shifts is not UNSET else ()
    earliest = reading.first_shift if reading.first_shift is not UNSET else None
    return frozenset(shift.message for shift in (*shifts, *((earliest,) if earliest else ())))


def loudest_message(reading: Reading) -> str | None:
    """The loudest moment, where there is one worth pointing at: a conversation that stayed calm has none."""
    if reading.loudest is UNSET or reading.loudest is None:
        return None
    levels = {message.id: message.tension for message in reading.messages if message.tension is not UNSET}
    return reading.loudest if levels.get(reading.loudest, 0.0) >= _STEADY else None


def _stretch(places: list[tuple[float, float]]) -> Stretch:
    line = " ".join(f"{_number(x)},{_number(y)}" for x, y in places)
    return Stretch(line, f"{_number(places[0][0])},100 {line} {_number(places[-1][0])},100")


def _flags(points: list[Point]) -> tuple[Flag, ...]:
    flags = []
    for place, point in enumerate(points):
        word = "first shift" if place == 0 else ""
        if point.loudest:
            word = f"{word}, also the loudest" if word else "loudest"
        flags.append(Flag(point.x, word, _is_near_the_end(point.x, word)))
    return tuple(flags)


def _is_near_the_end(x: str, word: str) -> bool:
    """Whether the word would leave the drawing of a phone, 336 pixels wide, at its right edge."""
    return float(x) > (50 if len(word) > 12 else 70)


def level_word(tension: float) -> str:
    """The level in a word, for the table beside the line."""
    if tension < _STEADY:
        return "calm"
    if tension < 0.4:
        return "slightly raised"
    return "raised" if tension < 0.7 else "high"


def _tone(read: MessageReading) -> Tone | None:
    return None if read.stance is UNSET else tone_of_stance(read.stance)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
