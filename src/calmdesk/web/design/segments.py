"""Text cut at its marks, so that a template prints words and never builds HTML out of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from calmdesk.web.design.tone import Tone


class Mark(msgspec.Struct, frozen=True):
    """Words a sign points at, `start` to `end` in code points; `key` names the sign's card on the page."""

    start: int
    end: int
    key: str
    tone: Tone


class Segment(msgspec.Struct, frozen=True):
    """Words that carry the same marks throughout."""

    text: str
    tones: tuple[Tone, ...] = ()


class Run(msgspec.Struct, frozen=True):
    """Segments that hang together: plain text without keys, or everything that overlapping marks cover.

    One run is one link, however many marks lie over each other, so that the keyboard stops there once.
    """

    segments: tuple[Segment, ...]
    keys: tuple[str, ...] = ()
    tone: Tone | None = None

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)

    @property
    def keys_text(self) -> str:
        return " ".join(self.keys)


def runs_of(text: str, marks: Iterable[Mark]) -> tuple[Run, ...]:
    """The text as runs; joined they are the text exactly. Marks outside of it are clipped, empty ones left out."""
    kept = _inside(marks, len(text))
    runs: list[Run] = []
    place = 0
    for start, end, cluster in _clusters(kept):
        if start > place:
            runs.append(Run((Segment(text[place:start]),)))
        runs.append(_marked(text, start, end, cluster))
        place = end
    if place < len(text):
        runs.append(Run((Segment(text[place:]),)))
    return tuple(runs)


def _inside(marks: Iterable[Mark], length: int) -> list[Mark]:
    clipped = (Mark(max(0, mark.start), min(length, mark.end), mark.key, mark.tone) for mark in marks)
    return sorted((mark for mark in clipped if mark.start < mark.end), key=lambda m: (m.start, m.end, m.key))


def _clusters(marks: list[Mark]) -> Iterable[tuple[int, int, list[Mark]]]:
    """Marks that overlap, together; marks that only touch stay apart."""
    cluster: list[Mark] = []
    end = 0
    for mark in marks:
        if cluster and mark.start >= end:
            yield cluster[0].start, end, cluster
            cluster, end = [], 0
        cluster.append(mark)
        end = max(end, mark.end)
    if cluster:
        yield cluster[0].start, end, cluster


def _marked(text: str, start: int, end: int, cluster: list[Mark]) -> Run:
    edges = sorted({start, end, *(mark.start for mark in cluster), *(mark.end for mark in cluster)})
    segments = []
    for left, right in pairwise(edges):
        tones = {mark.tone for mark in cluster if mark.start <= left and right <= mark.end}
        segments.append(Segment(text[left:right], tuple(sorted(tones, key=lambda tone: tone.rank))))
    return Run(
        tuple(segments),
        tuple(dict.fromkeys(mark.key for mark in cluster)),
        max((mark.tone for mark in cluster), key=lambda tone: tone.rank),
    )
