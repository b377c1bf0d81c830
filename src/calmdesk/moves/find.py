"""The moves in one message of the desk, each with the words that make it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

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
_LONGEST = 60


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
        told = [word for text in _told(moment) for word in telling_words(text)]
        if not told:
            return
        known = set(told)
        for move, look, openings in self._restating:
            opened = {hit.start for _, hit in openings.find(moment)}
            for start, end in moment.sentences:
                data = fold(moment.text[start:end]).data
                words = telling_words(data)
                if len(words_of(data)) > _LONGEST or overlap(words, told) >= look.echo:
                    continue
                shared = len(known.intersection(words))
                least = 1 if any(start <= place < end for place in opened) else look.least
                if shared >= least and (least == 1 or not moment.text[start:end].rstrip().endswith("?")):
                    yield MoveSeen(start, end, move.id)


@lru_cache(maxsize=16)
def move_engine_for(playbook: Playbook) -> MoveEngine:
    """The engine of a playbook, made once."""
    return MoveEngine(playbook)


def _openings(move: Move, look: InOtherWords, playbook: Playbook) -> list[PhraseRule]:
    if not look.openings:
        return []
    return [rule_of(move.id, Phrases(phrases=look.openings, negation=False), engine_for(playbook).lists)]


def _told(moment: Moment) -> Iterator[bytes]:
    """What the people asking said shortly before, folded."""
    for past in islice(moment.past(), _TOLD):
        if not past.from_desk and past.spoken:
            yield past.folded.data
