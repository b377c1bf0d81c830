"""What is wrong with a draft beyond its words: too many questions, an echo, a wall of text."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.drafts.asks import asks_in
from calmdesk.drafts.echo import echoes
from calmdesk.drafts.paragraphs import paragraphs_of
from calmdesk.moves.own_text import own_text
from calmdesk.playbook.phrasing import (
    Apologies,
    AskedAgain,
    Echo,
    LongSentence,
    Look,
    Questions,
    Shouting,
    StepsInProse,
    Subject,
    WallOfText,
    Wording,
)
from calmdesk.signals.moment import Moment
from calmdesk.signals.phrases import PhraseIndex
from calmdesk.signals.zones import touches

Span = tuple[int, int]
_MARKS = re2.compile(r"[!?]{2,}")
_IN_CAPITALS = re2.compile(r"\b[A-Z][A-Z']+(?:\s+[A-Z][A-Z']+){2,}\b")
_THEN = re2.compile(
    r"(?i)\b(?:then|next|after that|afterwards|finally|once (?:that(?:'s| is)|you(?:'ve| have)|done)|"
    r"when that(?:'s| is) done)\b"
)
_TOLD_THEM = re2.compile(r"(?i)\b(?:please|you|your)\b")
_WAS_DONE = re2.compile(r"(?i)\b(?:was|were|had|did|went|ran|made|failed|stopped|ha(?:s|ve) been)\b")
_REPLY = re2.compile(r"(?i)^(?:\s*(?:re|fw|fwd|aw|wg|sv|vs)\s*:|\s*\[[^\]]{1,40}\])+")
_LIST_LINE = re2.compile(r"(?m)^\s*(?:\(?\d{1,2}[.)]|[-*+•])\s")
_ENTITY = re2.compile(r"&#?\w+;")


def find(
    look: Look, moment: Moment, *, apologies: tuple[Span, ...], indexes: tuple[PhraseIndex, ...]
) -> Iterator[Span]:
    """The spans that one kind of look finds; `indexes` are its phrases, where it has any."""
    match look:
        case Wording():
            return
        case Subject():
            yield from _names_nothing(look, moment)
        case Questions():
            yield from _surplus(look, moment)
        case Apologies():
            yield from apologies[look.most :]
        case AskedAgain():
            yield from _asked_again(moment, *indexes)
        case Echo():
            yield from echoes(look, moment)
        case Shouting():
            yield from _shouting(look, moment)
        case WallOfText():
            yield from _walls(look, moment)
        case LongSentence():
            yield from _long_sentences(look, moment)
        case StepsInProse():
            yield from _steps_in_prose(look, moment)


def _names_nothing(look: Subject, moment: Moment) -> Iterator[Span]:
    """Of the draft as a whole, so without words; where no conversation is known nothing is said."""
    subject = moment.conversation.subject
    if subject is None or moment.earlier is None:
        return
    plain = _REPLY.sub("", subject).strip(" .!?:-").casefold()
    if not plain or plain in look.vague:
        yield 0, 0


def _asked_again(moment: Moment, asks: PhraseIndex, given: PhraseIndex) -> Iterator[Span]:
    asked = sorted({(hit.start, hit.end) for _, hit in asks.find(moment)})
    if asked and any(next(given.find(past), None) for past in moment.past() if not past.from_desk):
        yield from asked


def _surplus(look: Questions, moment: Moment) -> Iterator[Span]:
    """One span for all that is asked beyond the most."""
    surplus = asks_in(moment)[look.most :]
    if surplus:
        yield surplus[0][0], surplus[-1][1]


def _shouting(look: Shouting, moment: Moment) -> Iterator[Span]:
    for pattern in (_MARKS, _IN_CAPITALS):
        for found in pattern.finditer(moment.text):
            long_enough = pattern is _IN_CAPITALS or len(found[0]) >= look.marks
            if long_enough and not touches(moment.zones, *found.span()):
                yield found.span()


def _walls(look: WallOfText, moment: Moment) -> Iterator[Span]:
    """Paragraphs that the writer's own words make long, as against code, a quotation or a list."""
    own = own_text(moment)
    for start, end in paragraphs_of(moment.text):
        if _length(own[start:end]) > look.words and not _LIST_LINE.search(moment.text[start:end]):
            yield start, end


def _long_sentences(look: LongSentence, moment: Moment) -> Iterator[Span]:
    for start, end in moment.sentences:
        if _length(moment.text[start:end]) > look.words and not touches(moment.zones, start, end):
            yield start, end


def _length(text: str) -> int:
    """In words; signs that stand alone and the entities of a web page are none."""
    plain = _ENTITY.sub(" ", text) if "&" in text else text
    return sum(1 for word in plain.split() if word.isalpha() or any(map(str.isalnum, word)))


def _steps_in_prose(look: StepsInProse, moment: Moment) -> Iterator[Span]:
    for start, end in paragraphs_of(moment.text):
        paragraph = moment.text[start:end]
        if _LIST_LINE.search(paragraph) or (_WAS_DONE.search(paragraph) and not _TOLD_THEM.search(paragraph)):
            continue  # what was done, told in its order, is no step for them
        if len(_THEN.findall(paragraph)) + 1 > look.steps:
            yield start, end
