"""Where the agent on a call began before the caller had finished: from the times of the transcript (P-3.1).

For that agent's own eyes, as in `pace.py`.
"""

from __future__ import annotations

import msgspec

from calmdesk.conversation import Conversation, Message, Role

# "Mhm" and "yes, I see" while the other speaks is listening, and nobody hears a third of a second as cutting in.
_WORDS, _SECONDS = 3, 0.5
_LOOK_BACK = 4
# Cut short and talking on within this time, they were the one who was cut into.
_ON = 0.6


class CutIn(msgspec.Struct, frozen=True):
    """One time: the number of the message that cut in, and for how long both spoke, where the times tell."""

    place: int
    seconds: float | None


def cut_ins(conversation: Conversation, agent: str, *, urgent_from: int | None = None) -> tuple[CutIn, ...]:
    """Every time `agent` (a participant) spoke into a caller's turn, in order.

    From message number `urgent_from` on the matter is time-critical, and cutting in is right.
    """
    found = []
    for place, message in enumerate(conversation.messages, 1):
        if urgent_from is not None and place >= urgent_from:
            break
        if message.sender == agent and len(message.text.split()) >= _WORDS and not message.internal:
            found += _cut_in(conversation, place)
    return tuple(found)


def _cut_in(conversation: Conversation, place: int) -> list[CutIn]:
    message = conversation.messages[place - 1]
    before = conversation.messages[max(0, place - 1 - _LOOK_BACK) : place - 1]
    for other in reversed(before):
        if conversation.role_of(other) is not Role.REQUESTER:
            continue
        if message.interrupts == other.id and (message.start_s is None or other.end_s is None):
            return [CutIn(place, None)]
        seconds = _both(message, other)
        if seconds >= _SECONDS and not _talks_on(before, message, other):
            return [CutIn(place, round(seconds, 1))]
    return []


def _both(message: Message, other: Message) -> float:
    """For how long both spoke, where `other` had begun a turn of some words before."""
    start, began, ended = message.start_s, other.start_s, other.end_s
    if start is None or began is None or ended is None or began >= start or len(other.text.split()) < _WORDS:
        return 0.0
    return min(ended, message.end_s if message.end_s is not None else ended) - start


def _talks_on(before: tuple[Message, ...], message: Message, other: Message) -> bool:
    """Whether this is the rest of a turn that `other` had cut into."""
    own = [past for past in before if past.sender == message.sender and past.end_s is not None]
    if not own or message.start_s is None or other.start_s is None:
        return False
    ended = own[-1].end_s or 0.0
    return message.start_s - ended <= _ON and (own[-1].start_s or 0.0) < other.start_s <= ended
