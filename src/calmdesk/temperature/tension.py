"""The heat of a conversation along its prefixes, from its requesters' side."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from calmdesk.conversation import DESK_SIDE, Conversation, Role, Stance
from calmdesk.signals import Scanned
from calmdesk.temperature.judge import Judge, Judgement
from calmdesk.temperature.values import Temperature

# What is left of a person's heat after a calm message of theirs, and after one that says it is good.
_KEPT = 0.7
_KEPT_AFTER_THANKS = 0.35
_CARRIED = 0.4
_GOOD = frozenset(
    b"thanks thank thx cheers great perfect works worked fixed solved resolved excellent appreciate appreciated sorry "
    b"apologies brilliant wonderful lovely awesome".split()
)


def temperatures(conversation: Conversation, scanned: Sequence[Scanned], judge: Judge) -> tuple[Temperature, ...]:
    """One value for each message, each from the messages up to it and no later one."""
    counted = counted_roles(conversation)
    levels = _Levels()
    found: list[Temperature] = []
    for place, item in enumerate(scanned):
        moment = item.moment
        judged = judge(scanned, place)
        stance = _said_stance(item, judged)
        readable = moment.spoken and item.language is None
        if readable and moment.role in counted:
            sender = moment.message.sender
            levels.set(sender, _next_level(levels.of(sender), judged, item))
        found.append(
            Temperature(
                message=moment.message.id,
                stance=stance,
                conduct=judged.conduct if readable and not moment.from_desk else None,
                heat=judged.heat if readable and moment.role in counted else 0.0,
                tension=round(levels.highest(), 3),
                stance_p=judged.stance_p if stance is not None and not moment.from_desk else None,
            )
        )
    return tuple(found)


class _Levels:
    """Each person's level, and the highest of them without asking all: a crowd of thousands may write in one thread."""

    def __init__(self) -> None:
        self._now: dict[str, float] = {}
        self._highest: list[tuple[float, str]] = []

    def of(self, person: str) -> float:
        return self._now.get(person, 0.0)

    def set(self, person: str, level: float) -> None:
        self._now[person] = level
        heappush(self._highest, (-level, person))

    def highest(self) -> float:
        while self._highest and -self._highest[0][0] != self._now[self._highest[0][1]]:
            heappop(self._highest)
        return -self._highest[0][0] if self._highest else 0.0


def counted_roles(conversation: Conversation) -> frozenset[Role]:
    """Requesters; where nobody is known to be one, everybody who is not the desk."""
    if any(person.role is Role.REQUESTER for person in conversation.participants):
        return frozenset({Role.REQUESTER})
    return frozenset(Role) - DESK_SIDE - {Role.SYSTEM}


def _next_level(before: float, judged: Judgement, item: Scanned) -> float:
    kept = before * (_KEPT if _GOOD.isdisjoint(item.moment.words) else _KEPT_AFTER_THANKS)
    if judged.heat == 0.0:
        return kept
    return min(0.99, judged.heat + (1.0 - judged.heat) * _CARRIED * kept) if judged.heat >= kept else kept


def _said_stance(item: Scanned, judged: Judgement) -> Stance | None:
    """Nothing is said of an agent's stance, except where their words are hostile to a person."""
    if not item.moment.spoken or item.language is not None:
        return None
    if item.moment.from_desk:
        return Stance.HOSTILE if judged.stance is Stance.HOSTILE else None
    return judged.stance
