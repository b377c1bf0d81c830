"""The same complaint again instead of the step that was offered."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from calmdesk.playbook.detectors import Repetition
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, words_of
from calmdesk.signals.sentences import sentences_of
from calmdesk.signals.zones import touches

_BACK = 6
_LONGEST = 400
_POLITE = frozenset(b"thanks thank regards sincerely cheers hello hi dear best kind".split())


def find(settings: Repetition, moment: Moment) -> Iterator[Hit]:
    """Sentences that say what an own earlier message said, the desk having spoken in between."""
    if moment.own_earlier is None or moment.answers is None:
        return
    earlier = [
        text
        for past in _recent(moment)
        for start, end in sentences_of(past.text)
        if (text := _normal(past.text[start:end], settings.words)) is not None and not touches(past.zones, start, end)
    ]
    if not earlier:
        return
    for start, end in sentences_of(moment.text):
        said = _normal(moment.text[start:end], settings.words)
        if said is None or touches(moment.zones, start, end):
            continue
        alike = max(fuzz.token_sort_ratio(said, before) for before in earlier)
        if alike >= settings.similarity:
            yield Hit(start, end, "says again what was said before the desk answered")
            return


def _recent(moment: Moment) -> Iterator[Moment]:
    for count, past in enumerate(moment.own_past()):
        if count >= _BACK:
            return
        if past.spoken:
            yield past


def _normal(text: str, least: int) -> str | None:
    if len(text) > _LONGEST:
        return None
    words = words_of(text.lower().encode("ascii", "replace"))
    if len(words) < least or not _POLITE.isdisjoint(words) or text.rstrip().endswith("?") and len(words) < 2 * least:
        return None
    return b" ".join(words).decode()
