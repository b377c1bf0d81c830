"""Paragraphs as a reader sees them: a line that was ended on purpose ends one, a line that was wrapped does not."""

from __future__ import annotations

from collections.abc import Iterator

import re2

Span = tuple[int, int]
_LINE = re2.compile(r"[^\n]+")
_SENTENCE_ENDS = re2.compile(r"[.!?:][\"')\]*_]*$")
# How wide a mail program leaves a line: shorter ones were ended on purpose, longer ones never wrapped.
_NARROWEST, _WIDEST = 50, 100


def paragraphs_of(text: str) -> Iterator[Span]:
    """Start and end of each paragraph, without the space around it."""
    lines: list[Span] = []
    for start, end in _lines(text):
        if lines and not _follows(text, lines[-1], start):
            yield from _parted(text, lines)
            lines = []
        lines.append((start, end))
    yield from _parted(text, lines)


def _lines(text: str) -> Iterator[Span]:
    for found in _LINE.finditer(text):
        inner = found[0].strip()
        if inner:
            start = found.start() + found[0].index(inner)
            yield start, start + len(inner)


def _follows(text: str, before: Span, start: int) -> bool:
    """Whether a line stands right below one that may have been wrapped."""
    return text.count("\n", before[1], start) == 1 and _NARROWEST <= before[1] - before[0] <= _WIDEST


def _parted(text: str, lines: list[Span]) -> Iterator[Span]:
    """One paragraph where most of the lines break off in the middle of a sentence; else each line is one."""
    ended = sum(bool(_SENTENCE_ENDS.search(text[start:end])) for start, end in lines[:-1])
    if len(lines) > 1 and lines[-1][1] - lines[-1][0] <= _WIDEST and 2 * ended < len(lines) - 1:
        yield lines[0][0], lines[-1][1]
    else:
        yield from lines
