"""The boundaries in one message of the desk, each with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from calmdesk.escalation.values import Used
from calmdesk.playbook import Playbook
from calmdesk.playbook.detectors import Phrases
from calmdesk.signals import Moment, Scanned, engine_for
from calmdesk.signals.engine import index_of
from calmdesk.signals.phrases import PhraseIndex, rule_of


class RungSeen(NamedTuple):
    """`start` and `end` are code points of the message."""

    start: int
    end: int
    rung: int
    boundary: str


class RungEngine:
    """A playbook's boundaries, ready to be found."""

    def __init__(self, playbook: Playbook) -> None:
        self._boundaries = playbook.boundaries
        looks = ((boundary.id, boundary.look) for boundary in playbook.boundaries.values())
        rules = [
            rule_of(
                name,
                Phrases(phrases=look.phrases, unless=look.unless, negation=look.negation, speaker="agent"),
                engine_for(playbook).lists,
            )
            for name, look in looks
        ]
        self._index: PhraseIndex = index_of(playbook, rules)

    def find(self, moment: Moment) -> tuple[RungSeen, ...]:
        """In order of place; a boundary that is said twice stands there twice."""
        found = self._index.find(moment)
        return tuple(sorted(RungSeen(hit.start, hit.end, self._boundaries[name].rung, name) for name, hit in found))


@lru_cache(maxsize=16)
def rung_engine_for(playbook: Playbook) -> RungEngine:
    """The engine of a playbook, made once."""
    return RungEngine(playbook)


def used_in(item: Scanned, playbook: Playbook) -> Iterator[Used]:
    """What one message says to the person, each boundary once; a note to colleagues says nothing to them."""
    moment = item.moment
    if not moment.from_desk or not moment.spoken or moment.message.internal or item.language is not None:
        return
    said: set[str] = set()
    for seen in rung_engine_for(playbook).find(moment):
        if seen.boundary not in said:
            said.add(seen.boundary)
            yield Used(
                rung=seen.rung,
                boundary=seen.boundary,
                message=moment.message.id,
                conversation=moment.conversation.id,
                at=time_of(moment),
                start=seen.start,
                end=seen.end,
                quote=moment.text[seen.start : seen.end],
                channel=moment.channel,
            )


def time_of(moment: Moment) -> datetime | None:
    """When it was said; on a call, whose turns often have no clock, when the call began."""
    return moment.message.sent_at or moment.conversation.opened_at
