"""Where a conversation stands after a message of a person who is helped: what the policy looks at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from calmdesk.conversation import Channel, Conduct, Finding, Stance
from calmdesk.guidance.values import Shown
from calmdesk.moves import MoveEngine, MoveSeen
from calmdesk.signals import Scanned, TriggerSeen
from calmdesk.temperature import Temperature

# Said one after the other within this time, several messages are one flow of words.
_FLOW_SECONDS = 90.0
# Fully escalated: what is explained now is not heard (P-2.7).
_ESCALATED = 0.75
_TENSE = 0.35
_LONG_WORDS = 45


class Facts(NamedTuple):
    """
    What is known beyond the words: promises that were missed, a wait without news, a boundary that is due.

    `boundary` is for conduct and asked-away safeguards, `redirect` for somebody who drifts from the matter; `follow_up`
    says that the matter was settled long enough ago to ask whether it holds.
    """

    boundary: str | None = None
    boundary_shown: Shown | None = None
    redirect: str | None = None
    redirect_shown: Shown | None = None
    missed_promise: Shown | None = None
    waits_in_silence: Shown | None = None
    follow_up: bool = False


class State(NamedTuple):
    """
    After `item`, the newest message of a person who is helped.

    `flow` is how many messages they sent in a row without the desk between, `flow_tense` whether one of them was tense;
    `answered` are the moves of the desk's
    last turn before it, `since_tense` every move since the first tense message; `before` the tension when the desk
    last spoke.
    """

    item: Scanned
    heat: Temperature
    channel: Channel
    flow: int
    in_flow: bool
    flow_tense: bool
    answered: frozenset[str]
    since_tense: frozenset[str]
    before: float
    triggers: Mapping[str, TriggerSeen]
    facts: Facts
    is_opening: bool

    @property
    def tense(self) -> bool:
        return self.heat.tension >= _TENSE or self.heat.stance in (Stance.UPSET, Stance.HOSTILE)

    @property
    def calm(self) -> bool:
        """Whether the newest message itself is calm, however tense it was before."""
        return self.heat.stance is Stance.CALM

    @property
    def escalated(self) -> bool:
        return self.heat.tension >= _ESCALATED

    @property
    def hostile(self) -> bool:
        return self.heat.stance is Stance.HOSTILE

    @property
    def conduct(self) -> Conduct | None:
        return self.heat.conduct

    @property
    def told_a_lot(self) -> bool:
        return self.item.moment.word_count >= _LONG_WORDS

    @property
    def live(self) -> bool:
        """Whether words are exchanged as they come, as against mail and forms."""
        return self.channel in (Channel.VOICE, Channel.CHAT, Channel.IN_PERSON)

    def signs(self, *names: str) -> tuple[Shown, ...]:
        """Where any of these signs stands in the newest message."""
        return tuple(shown(finding) for finding in self.item.findings if finding.rule in names)

    def tense_words(self) -> tuple[Shown, ...]:
        """The words of the newest message that carry its heat."""
        return tuple(shown(finding) for finding in self.item.findings)

    def trigger(self, *names: str) -> tuple[Shown, ...]:
        """The words of these triggers, wherever they were said."""
        seen = (self.triggers[name] for name in names if name in self.triggers)
        return tuple(
            Shown(
                message=one.moment.message.id, start=one.start, end=one.end, quote=one.moment.text[one.start : one.end]
            )
            for one in seen
        )


def shown(finding: Finding) -> Shown:
    """A finding as words that show why."""
    return Shown(message=finding.message, start=finding.start, end=finding.end, quote=finding.quote)


def states(
    scanned: Sequence[Scanned],
    heats: Sequence[Temperature],
    triggers: Iterable[TriggerSeen],
    engine: MoveEngine,
    facts: Facts,
) -> list[State]:
    """One for each message of a person who is helped, in order; `facts` count for the last alone."""
    found: list[State] = []
    known: dict[str, TriggerSeen] = {}
    waiting: dict[str, list[TriggerSeen]] = defaultdict(list)
    for seen in triggers:
        waiting[seen.moment.message.id].append(seen)
    answered: frozenset[str] = frozenset()
    since_tense: frozenset[str] = frozenset()
    flow, before, has_been_tense, flow_tense, desk_spoke_last = 0, 0.0, False, False, False
    last: Scanned | None = None
    for item, heat in zip(scanned, heats, strict=True):
        moment = item.moment
        if not moment.spoken or moment.message.internal or item.language is not None:
            continue
        if moment.from_desk:
            made = frozenset(seen.move for seen in engine.find(moment))
            answered = answered | made if desk_spoke_last else made
            since_tense = since_tense | made if has_been_tense else frozenset()
            desk_spoke_last, flow, before, flow_tense = True, 0, heat.tension, False
            last = item
            continue
        known |= {seen.kind: seen for seen in waiting.get(moment.message.id, ())}
        flow += 1
        state = State(
            item=item,
            heat=heat,
            channel=moment.channel,
            flow=flow,
            flow_tense=flow_tense,
            in_flow=flow > 1 and last is not None and _seconds_between(last, item) <= _FLOW_SECONDS,
            answered=answered,
            since_tense=since_tense,
            before=before,
            triggers=dict(known),
            facts=Facts(),
            is_opening=not found,
        )
        flow_tense = flow_tense or state.tense
        state = state._replace(flow_tense=flow_tense)
        has_been_tense = has_been_tense or state.tense
        desk_spoke_last = False
        last = item
        found.append(state)
    if found:
        found[-1] = found[-1]._replace(facts=facts)
    return found


def _seconds_between(first: Scanned, second: Scanned) -> float:
    one, other = first.moment.message, second.moment.message
    if one.sent_at is not None and other.sent_at is not None:
        return abs((other.sent_at - one.sent_at).total_seconds())
    if one.end_s is not None and other.start_s is not None:
        return abs(other.start_s - one.end_s)
    return float("inf")


def moves_of(seen: Iterable[MoveSeen]) -> tuple[str, ...]:
    """The names of moves, each once."""
    return tuple(sorted({one.move for one in seen}))
