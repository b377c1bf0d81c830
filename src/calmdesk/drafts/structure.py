"""What is wrong with a draft beyond its words: too many questions, an echo, a wall of text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import re2

from calmdesk.moves import asked_in, overlap, telling_words
from calmdesk.playbook.phrasing import (
    Apologies,
    AskedAgain,
    Echo,
    LongSentence,
    Look,
    Questions,
    Shouting,
    StepsInProse,
    WallOfText,
    Wording,
)
from calmdesk.signals.fold import fold
from calmdesk.signals.moment import Moment, words_of
from calmdesk.signals.phrases import PhraseIndex
from calmdesk.signals.zones import touches

Span = tuple[int, int]
_PARAGRAPH = re2.compile(r"[^\n]+(?:\n[^\n]+)*")
_SENTENCE_END = re2.compile(r"[.!?]\s")
_MARKS = re2.compile(r"[!?]{2,}")
_IN_CAPITALS = re2.compile(r"\b[A-Z][A-Z']+(?:\s+[A-Z][A-Z']+){2,}\b")
_THEN = re2.compile(
    r"(?i)\b(?:then|next|after that|afterwards|finally|once (?:that(?:'s| is)|you(?:'ve| have)|done)|"
    r"when that(?:'s| is) done)\b"
)
_LIST_LINE = re2.compile(r"(?m)^\s*(?:\d{1,2}[.)]|[-*•])\s")
_LEAST_TOLD = 4


def find(
    look: Look, moment: Moment, *, apologies: tuple[Span, ...], indexes: tuple[PhraseIndex, ...]
) -> Iterator[Span]:
    """The spans that one kind of look finds; `indexes` are its phrases, where it has any."""
    match look:
        case Wording():
            return
        case Questions():
            yield from asked_in(moment)[look.most :]
        case Apologies():
            yield from apologies[look.most :]
        case AskedAgain():
            yield from _asked_again(moment, *indexes)
        case Echo():
            yield from _echoes(look, moment)
        case Shouting():
            yield from _shouting(look, moment)
        case WallOfText():
            yield from (found.span() for found in _PARAGRAPH.finditer(moment.text) if _is_wall(found[0], look.words))
        case LongSentence():
            yield from _long_sentences(look, moment)
        case StepsInProse():
            yield from _steps_in_prose(look, moment)


def _asked_again(moment: Moment, asks: PhraseIndex, given: PhraseIndex) -> Iterator[Span]:
    asked = sorted({(hit.start, hit.end) for _, hit in asks.find(moment)})
    if asked and any(next(given.find(past), None) for past in moment.past() if not past.from_desk):
        yield from asked


def _echoes(look: Echo, moment: Moment) -> Iterator[Span]:
    told = [telling_words(past.folded.data) for past in islice(moment.past(), 4) if not past.from_desk and past.spoken]
    for start, end in moment.sentences:
        data = fold(moment.text[start:end]).data
        words = telling_words(data)
        if len(words_of(data)) < look.words or len(words) < _LEAST_TOLD or touches(moment.zones, start, end):
            continue
        if any(overlap(words, theirs) >= look.share for theirs in told):
            yield start, end


def _shouting(look: Shouting, moment: Moment) -> Iterator[Span]:
    for pattern in (_MARKS, _IN_CAPITALS):
        for found in pattern.finditer(moment.text):
            long_enough = pattern is _IN_CAPITALS or len(found[0]) >= look.marks
            if long_enough and not touches(moment.zones, *found.span()):
                yield found.span()


def _is_wall(paragraph: str, most: int) -> bool:
    return len(paragraph.split()) > most and not _LIST_LINE.search(paragraph)


def _long_sentences(look: LongSentence, moment: Moment) -> Iterator[Span]:
    for start, end in moment.sentences:
        sentence = moment.text[start:end]
        if len(sentence.split()) > look.words and not touches(moment.zones, start, end):
            yield start, end


def _steps_in_prose(look: StepsInProse, moment: Moment) -> Iterator[Span]:
    for found in _PARAGRAPH.finditer(moment.text):
        if not _LIST_LINE.search(found[0]) and len(_THEN.findall(found[0])) + 1 > look.steps:
            yield found.span()
