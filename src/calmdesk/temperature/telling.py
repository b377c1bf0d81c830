"""Which words of a message made the model say what it said: the part whose absence changes its mind most."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import re2

from calmdesk.signals import Moment
from calmdesk.temperature.heard import heard

Measure = Callable[[str], float]

# Beyond this many parts, only the first and the last are tried: each costs a question to the encoder.
_PARTS = 8
_LONG = 10
_STEP = re2.compile(
    r"[,;:]\s+(?:(?:and|but|because|so|or|then)\s+)?|\s+[-–—]+\s+|\s+(?:and|but|because|so|or|then|when|while|if|that)\s+"
)
_EDGE = " \t\r\n,;:-–—"


def telling_words(moment: Moment, measure: Measure) -> tuple[int, int]:
    """Start and end in the message's text; `measure` gives the probability that is to be explained."""
    whole = [(start, end) for start, end in moment.sentences if moment.text[start:end].strip()] or [
        (0, len(moment.text))
    ]
    start, end = _weightiest(moment, _few(whole), measure)
    parts = list(_steps(moment.text, start, end))
    if len(parts) > 1 and len(moment.text[start:end].split()) > _LONG:
        start, end = _weightiest(moment, _few(parts), measure)
    return _trimmed(moment.text, start, end)


def _weightiest(moment: Moment, parts: list[tuple[int, int]], measure: Measure) -> tuple[int, int]:
    if len(parts) == 1:
        return parts[0]
    return min(parts, key=lambda part: measure(_without(moment, *part)))


def _without(moment: Moment, start: int, end: int) -> str:
    zones = tuple(zone for zone in moment.zones if zone.end <= start or zone.start >= end)
    left = moment.text[:start] + " " * (end - start) + moment.text[end:]
    return heard(left, zones)


def _few(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    half = _PARTS // 2
    return parts if len(parts) <= _PARTS else parts[:half] + parts[-half:]


def _steps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _STEP.finditer(text[start:end]):
        if len(text[at : start + match.start()].split()) > 1:
            yield at, start + match.start()
            at = start + match.end()
    yield at, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip(_EDGE))
    end -= len(words) - len(words.rstrip(_EDGE))
    return (start, end) if end > start else (0, len(text))
