"""What set a conflict off: an event and its effect on the person, both in the person's words (P-1.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from calmdesk.playbook import Playbook
from calmdesk.playbook.detectors import Phrases
from calmdesk.signals.compiled import Lists
from calmdesk.signals.engine import index_of
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment
from calmdesk.signals.phrases import PhraseIndex, rule_of


class TriggerSeen(NamedTuple):
    """The words of the event; the effect stands in the same message or in one of the same person near it."""

    kind: str
    moment: Moment
    start: int
    end: int


def find_triggers(moments: Sequence[Moment], playbook: Playbook) -> Iterator[TriggerSeen]:
    """Each trigger once, at the first message whose person tells of both the event and its effect."""
    events, effects = _indexes(playbook)
    told: dict[str, dict[str, tuple[Moment, Hit]]] = defaultdict(dict)
    said: dict[str, list[Moment]] = defaultdict(list)
    affected: dict[str, set[str]] = defaultdict(set)
    done: set[str] = set()
    for moment in moments:
        if moment.from_desk or not moment.spoken or moment.language is not None:
            continue
        sender = moment.message.sender
        said[sender].append(moment)
        for kind, hit in sorted(events.find(moment)):
            told[sender].setdefault(kind, (moment, hit))
        if not told[sender]:
            continue  # effects are only looked for once there is an event they could belong to
        for unread in said[sender]:
            affected[sender].update(kind for kind, _ in effects.find(unread))
        said[sender].clear()
        for kind, (where, hit) in told[sender].items():
            if kind in affected[sender] and kind not in done:
                done.add(kind)
                yield TriggerSeen(kind, where, hit.start, hit.end)


@lru_cache(maxsize=16)
def _indexes(playbook: Playbook) -> tuple[PhraseIndex, PhraseIndex]:
    lists = Lists({name: words.entries for name, words in playbook.words.items()})
    events = [
        rule_of(rule.id, Phrases(phrases=rule.event, unless=rule.unless), lists) for rule in playbook.triggers.values()
    ]
    effects = [rule_of(rule.id, Phrases(phrases=rule.effect), lists) for rule in playbook.triggers.values()]
    return index_of(playbook, events), index_of(playbook, effects)
