"""Where sentences begin and end."""

from __future__ import annotations

from collections.abc import Iterator

import re2

_END = re2.compile(r"[.!?]+(?:[\"')\]]*)(?:\s+|$)|\n+")


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, without the space around it."""
    at = 0
    for end in _END.finditer(text):
        yield from _stripped(text, at, end.end())
        at = end.end()
    yield from _stripped(text, at, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    inner = piece.strip()
    if inner:
        first = start + piece.find(inner)
        yield first, first + len(inner)
