"""Phrasings found in a draft, and rewrites that fit in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import re2

from calmdesk.drafts.clause import takes_clause
from calmdesk.drafts.fit import fitted
from calmdesk.moves import telling_words
from calmdesk.playbook import Phrasing, Playbook
from calmdesk.playbook.detectors import Phrases
from calmdesk.playbook.phrasing import Form, Wording
from calmdesk.signals.compiled import Lists
from calmdesk.signals.engine import engine_for, index_of
from calmdesk.signals.fold import fold
from calmdesk.signals.moment import Moment, words_of
from calmdesk.signals.phrases import PhraseRule, rule_of

_STEP = re2.compile(r"(?i)^\s*(?:\d{1,2}[.)]|[-*•+]|step \d+[:.]?)\s")


class Worded(NamedTuple):
    """Words of the draft in code points, with what could stand there instead."""

    start: int
    end: int
    phrasing: Phrasing
    rewrites: tuple[str, ...]


class _Shape(NamedTuple):
    phrasing: Phrasing
    look: Wording
    form: Form
    rule: PhraseRule


class WordingIndex:
    """All phrasings of one readership, form by form."""

    def __init__(self, playbook: Playbook, *, internal: bool) -> None:
        lists = engine_for(playbook).lists
        self._shapes = {
            shape.rule.id: shape
            for phrasing in playbook.phrasing.values()
            if (phrasing.colleagues if internal else phrasing.requesters)
            for shape in _shapes(phrasing, lists)
        }
        self._index = index_of(playbook, [shape.rule for shape in self._shapes.values()])

    def find(self, moment: Moment) -> Iterator[Worded]:
        """Every phrasing in the draft, in no order; the same words may be found by several."""
        for name, hit in self._index.find(moment):
            phrasing, look, form, rule = self._shapes[name]
            if not look.in_steps and _in_step(moment.text, hit.start):
                continue
            if look.unless_they_said and _they_said(moment, hit.start, hit.end):
                continue
            start, end = _sentence(moment, hit.start, hit.end) if form.sentence else (hit.start, hit.end)
            taken = _taken_along(rule, moment.text[hit.start : hit.end]) if form.say else {}
            yield Worded(start, end, phrasing, tuple(_rewrites(form, taken, moment.text, (start, end))))


def _shapes(phrasing: Phrasing, lists: Lists) -> Iterator[_Shape]:
    look = phrasing.look
    if isinstance(look, Wording):
        for place, form in enumerate(look.forms):
            settings = Phrases(phrases=form.find, unless=look.unless, negation=look.negation, speaker="agent")
            yield _Shape(phrasing, look, form, rule_of(f"{phrasing.id} {place}", settings, lists))


def _rewrites(form: Form, taken: Mapping[str, str], text: str, span: tuple[int, int]) -> Iterator[str]:
    """The rewrites of a form that may stand in its place."""
    for say in form.say:
        if not form.clause or takes_clause(say, text, *span):
            yield fitted(say, taken, text, span[0])


def _in_step(text: str, place: int) -> bool:
    """Whether a place is in a line of a list: "you need to" there is a step, no scolding."""
    start = text.rfind("\n", 0, place) + 1
    return bool(_STEP.match(text[start : place + 1] + " "))


def _they_said(moment: Moment, start: int, end: int) -> bool:
    data = fold(moment.text[start:end]).data
    words = set(telling_words(data)) or set(words_of(data))
    return any(words <= past.once(_told) for past in moment.past() if not past.from_desk)


def _told(moment: Moment) -> frozenset[bytes]:
    return moment.words.union(telling_words(moment.folded.data))


def _sentence(moment: Moment, start: int, end: int) -> tuple[int, int]:
    for first, last in moment.sentences:
        if first <= start < last:
            return first, max(last, end)
    return start, end


def _taken_along(rule: PhraseRule, words: str) -> dict[str, str]:
    """What each `{name}` of the phrase stands for in these words, as written."""
    folded = fold(words)
    for phrase in rule.phrases:
        found: Any = phrase.pattern.search(folded.data)
        if found is not None:
            groups = phrase.pattern.groupindex
            spans = ((_name(name), found.span(number)) for name, number in groups.items())
            return {name: words[slice(*folded.back(*span))] for name, span in spans if span[0] >= 0}
    return {}


def _name(group: str | bytes) -> str:
    return group.decode("ascii") if isinstance(group, bytes) else group
