"""Places in a message: half-open, counted in Unicode code points of the text as received."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """`start` inclusive, `end` exclusive; an empty span means the message as a whole, not words in it."""

    message: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not from {self.start} to {self.end}")


def to_utf16(text: str, offset: int) -> int:
    """The same place counted in UTF-16 units, as browsers and LanguageTool clients count."""
    return offset + sum(1 for character in text[:offset] if character > "\uffff")


def from_utf16(text: str, units: int) -> int:
    """The code-point offset of a UTF-16 place; a place inside a surrogate pair moves to the pair's start."""
    passed = 0
    for offset, character in enumerate(text):
        passed += 2 if character > "\uffff" else 1
        if passed > units:
            return offset
    return len(text)
