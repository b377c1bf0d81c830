"""The moves in one message of the desk, each with the words that make it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from math import ceil
from typing import NamedTuple

import re2

from calmdesk.moves.own_text import own_text
from calmdesk.moves.questions import asked_in
from calmdesk.moves.restating import overlap, telling_words
from calmdesk.playbook import Move, Playbook
from calmdesk.playbook.detectors import Phrases
from calmdesk.playbook.phrasing import Asks, InOtherWords, Said
from calmdesk.signals.engine import engine_for, index_of
from calmdesk.signals.fold import fold
from calmdesk.signals.moment import Moment, words_of
from calmdesk.signals.phrases import PhraseIndex, PhraseRule, rule_of

# How far back "what the person told" goes, in messages.
_TOLD = 6
# A restatement is at most this long; what is longer explains something.
_LONGEST = 45
# Without an opening it stands in one of the first sentences: what comes later explains, advises or disagrees.
_EARLY = 2
# After an opening one shared word is enough in a sentence this short, two in a longer one.
_SHORT = 4
_MOSTLY = 0.4
# Without an opening a sentence is about the person where they or something of theirs is what it speaks of first.
_OF_THEM = re2.compile(
    r"(?i)^\W*(?:(?:so|and|then|ok|okay|right|yes|well|since|now|that|meaning|while|because|hi|hello|hey|@\S+)[\s,.:–-]+)*"
    r"(?:your\b|you(?:(?:'|’)(?:re|ve)|\s+(?:have|are|were|had|get|got|see|saw|lose|lost|cannot|can(?:'|’)t|no longer|"
    r"tried|did|say|said|wrote|told|report|reported|want|wanted|need|needed|expect|expected|still|only|never))\b)"
)
# After an opening it is the agent's own view that follows, not what the person told.
_OWN_VIEW = re2.compile(r"(?i)^(?:\W+\w+){0,3}?\s*,\s*(?:then\s+)?(?:i|we)\b")
_TELLS_WHAT_TO_DO = re2.compile(
    r"(?i)\b(?:you (?:can|could|should|must|need|may|might|have to|will|would|want to|also|just|were supposed)|"
    r"you(?:'|’)(?:ll|d)|if you|unless|please|kindly|thanks?|try|make sure|can you|could you|i|we|my|our|ticket|"
    r"sorry|i(?:'|’)\w+|we(?:'|’)\w+)\b"
)


class MoveSeen(NamedTuple):
    """`start` and `end` are code points of the message."""

    start: int
    end: int
    move: str


class MoveEngine:
    """A playbook's moves, ready to be found."""

    def __init__(self, playbook: Playbook) -> None:
        lists = engine_for(playbook).lists
        said = [
            rule_of(
                move.id,
                Phrases(
                    phrases=move.look.phrases, unless=move.look.unless, negation=move.look.negation, speaker="agent"
                ),
                lists,
            )
            for move in playbook.moves.values()
            if isinstance(move.look, Said)
        ]
        self._said: PhraseIndex = index_of(playbook, said)
        self._asks = [(move.id, move.look) for move in playbook.moves.values() if isinstance(move.look, Asks)]
        self._restating = [
            (move, move.look, index_of(playbook, _openings(move, move.look, playbook)))
            for move in playbook.moves.values()
            if isinstance(move.look, InOtherWords)
        ]

    def find(self, moment: Moment) -> tuple[MoveSeen, ...]:
        """In order of place; a move that is made twice stands there twice."""
        return tuple(sorted({*self._by_words(moment), *self._by_questions(moment), *self._by_restating(moment)}))

    def _by_words(self, moment: Moment) -> Iterator[MoveSeen]:
        for move, hit in self._said.find(moment):
            yield MoveSeen(hit.start, hit.end, move)

    def _by_questions(self, moment: Moment) -> Iterator[MoveSeen]:
        asked = asked_in(moment)
        for move, look in self._asks:
            if asked and look.least <= len(asked) <= look.most:
                yield MoveSeen(asked[0][0], asked[-1][1], move)

    def _by_restating(self, moment: Moment) -> Iterator[MoveSeen]:
        told = [word for words in _told(moment) for word in words] if self._restating else []
        if not told:
            return
        known = set(told)
        own = own_text(moment)
        for move, look, openings in self._restating:
            opened = [(hit.start, hit.end) for _, hit in openings.find(moment)]
            spoken = 0
            for start, end in moment.sentences:
                data = fold(own[start:end]).data
                words = telling_words(data)
                spoken += bool(words)
                shared = len(known.intersection(words))
                begins = any(start <= first < end and not _OWN_VIEW.search(own[last:end]) for first, last in opened)
                if not begins and (spoken > _EARLY or not _is_about_them(own[start:end])):
                    continue
                if shared < _due(look, words, begins=begins) or len(words_of(data)) > _LONGEST:
                    continue
                if overlap(words, told) < look.echo:
                    yield MoveSeen(start, end, move.id)


@lru_cache(maxsize=16)
def move_engine_for(playbook: Playbook) -> MoveEngine:
    """The engine of a playbook, made once."""
    return MoveEngine(playbook)


def _openings(move: Move, look: InOtherWords, playbook: Playbook) -> list[PhraseRule]:
    if not look.openings:
        return []
    return [rule_of(move.id, Phrases(phrases=look.openings, negation=True), engine_for(playbook).lists)]


def _due(look: InOtherWords, words: Sequence[bytes], *, begins: bool) -> int:
    """How many words of theirs a sentence must share to be about what they told."""
    if begins:
        return 1 if len(words) <= _SHORT else 2
    return max(look.least, ceil(_MOSTLY * len(words)))


def _told(moment: Moment) -> Iterator[list[bytes]]:
    """The telling words of what the people asking said shortly before, in words of their own."""
    for past in islice(moment.past(), _TOLD):
        if not past.from_desk and past.spoken:
            yield past.once(_own_words)


def _own_words(moment: Moment) -> list[bytes]:
    return telling_words(fold(own_text(moment)).data)


def _is_about_them(sentence: str) -> bool:
    """Whether a sentence says how things are for the person, as against what they should do or might try."""
    return bool(_OF_THEM.search(sentence)) and not _TELLS_WHAT_TO_DO.search(sentence) and "?" not in sentence
