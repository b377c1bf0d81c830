"""What somebody says in their own words: sentences of folded text, with a way back to the text as received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import re2

from calmdesk.signals.fold import Folded, fold
from calmdesk.signals.moment import READ_AT_MOST
from calmdesk.signals.zones import zones_of

# Stands for words that are not the person's own: no pattern knows it, and nothing runs across a whole quoted line.
_NOT_OWN = "#"
_END = re2.compile(r"[.!?]+[\"')\]]*(?:\s+|$)|;\s|\n+")
# A dot after these ends no sentence: "at 2 p.m. tomorrow", "approx. 20 minutes".
_NO_END = re2.compile(r"(?:\b[ap]\.? ?m|\b(?:approx|ca|e\.g|i\.e|mr|mrs|ms|dr|nr|min|hrs?|vs|etc))\.$")
_BEGINS_ANEW = re2.compile(r"^\s*(?:[-*+>#]|\d+[.)]\s)")
# A line this long may have been broken by a mail program in the middle of a sentence; a shorter one ended on purpose.
_WRAPPED_FROM = 50
_LONGEST = 600


class Sentence(NamedTuple):
    """`text` is folded, with plain spaces; `start` is its place in the folded message."""

    start: int
    text: str
    asks: bool


class Speech(NamedTuple):
    """One message as the promises see it."""

    text: str
    folded: Folded
    sentences: tuple[Sentence, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text as received of a span in the folded one."""
        return self.folded.back(start, end)


def speech_of(text: str) -> Speech:
    """Leave out quotes, code, logs and links, and part the rest into sentences."""
    text = text[:READ_AT_MOST]
    own = _own(text)
    folded = fold(own)
    data = folded.data.decode("ascii")
    return Speech(text, folded, tuple(_sentences(data)))


def _own(text: str) -> str:
    pieces, at = [], 0
    for zone in zones_of(text):
        start = max(zone.start, at)
        pieces += [text[at:start], "".join("\n" if letter == "\n" else _NOT_OWN for letter in text[start : zone.end])]
        at = max(at, zone.end)
    return "".join([*pieces, text[at:]])


def _sentences(data: str) -> Iterator[Sentence]:
    start = 0
    for end in _END.finditer(data):
        if not _ends(data, start, end.start(), end[0]):
            continue
        yield from _parts(data, start, end.end())
        start = end.end()
    yield from _parts(data, start, len(data))


def _ends(data: str, start: int, place: int, mark: str) -> bool:
    if mark.startswith("."):
        return not _NO_END.search(data[max(start, place - 8) : place + 1]) or "\n\n" in mark
    if not mark.strip("\n"):
        line = data.rfind("\n", 0, place) + 1
        following = data[place + len(mark) : place + len(mark) + 8]
        return len(mark) > 1 or place - line < _WRAPPED_FROM or bool(_BEGINS_ANEW.match(following))
    return True


def _parts(data: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentence, cut where it never ends: what is looked up around each commitment must stay short."""
    while end - start > _LONGEST:
        cut = data.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
        yield from _sentence(data, start, cut)
        start = cut
    yield from _sentence(data, start, end)


def _sentence(data: str, start: int, end: int) -> Iterator[Sentence]:
    piece = data[start:end]
    inner = piece.strip()
    if inner:
        text = piece.replace("\n", " ").replace("\t", " ").replace("\r", " ")
        # Only spaces are taken off, so every place in `text` plus `start` is a place in `data`.
        first = len(text) - len(text.lstrip(" "))
        text = text.strip(" ")
        yield Sentence(start + first, text, asks=text.rstrip("\"')] ").endswith("?"))
