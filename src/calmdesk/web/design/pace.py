"""How fast the agent on a call talks, beside the caller and a plain norm: from the times of the transcript (P-4.3).

For that agent's own eyes. It is no finding, so that no reading, export or list can ever hold it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from calmdesk.conversation import Conversation, Message, Role

# Where speech on the telephone is easy to follow, in words per minute.
NORM = (120, 160)
_FAST, _SLOW = 175, 100
# Beside the caller: this much faster hurries them, this much slower sounds like talking to a child.
_FASTER, _SLOWER = 1.4, 0.6
# A turn of fewer words is a word of listening; a longer pause is looking something up, not slow talk.
_WORDS, _SECONDS, _PAUSE = 4, 1.5, 1.0
# The pace of the latest turns: about so many seconds of talk, and none from less than the second value.
_RECENT, _TOO_LITTLE = 20.0, 6.0
# Outside of this the times are wrong, or the writing puts no spaces between words.
_BELIEVABLE = (40.0, 330.0)


class Tempo(StrEnum):
    """How the agent's pace sounds; the value is also the class name."""

    FAST = "fast"
    STEADY = "steady"
    SLOW = "slow"


class Pace(msgspec.Struct, frozen=True):
    """Words per minute, to the nearest five: the agent's own, and the caller's where it is known."""

    own: int
    caller: int | None
    tempo: Tempo


def pace_of(conversation: Conversation, agent: str) -> Pace | None:
    """The pace of `agent` (a participant) and of whoever spoke last among the callers; None where it cannot be told."""
    own = _words_per_minute(_turns_of(conversation, agent))
    if own is None:
        return None
    caller = _latest_caller(conversation)
    theirs = _words_per_minute(_turns_of(conversation, caller)) if caller else None
    return Pace(_to_five(own), _to_five(theirs) if theirs else None, tempo_of(own, theirs))


def tempo_of(own: float, caller: float | None) -> Tempo:
    """Fast or slow by the norm alone, and sooner where the caller's own pace is far from it."""
    if own > _FAST or (caller is not None and own > sum(NORM) / 2 and own > _FASTER * caller):
        return Tempo.FAST
    if own < _SLOW or (caller is not None and own < NORM[0] and own < _SLOWER * caller):
        return Tempo.SLOW
    return Tempo.STEADY


def _words_per_minute(turns: Iterable[Message]) -> float | None:
    words, seconds = 0, 0.0
    for message in turns:
        said, took = _talk(message)
        if said < _WORDS or took < _SECONDS:
            continue
        words, seconds = words + said, seconds + took
        if seconds >= _RECENT:
            break
    if seconds < _TOO_LITTLE:
        return None
    pace = 60 * words / seconds
    return pace if _BELIEVABLE[0] <= pace <= _BELIEVABLE[1] else None


def _talk(message: Message) -> tuple[int, float]:
    """How many words a turn has and how long they took, pauses left out where each word has its time."""
    if message.words:
        ends = [message.words[0].start_s, *(word.end_s for word in message.words)]
        pauses = (word.start_s - end for word, end in zip(message.words, ends, strict=False))
        whole = message.words[-1].end_s - message.words[0].start_s
        return len(message.words), whole - sum(pause for pause in pauses if pause > _PAUSE)
    if message.start_s is None or message.end_s is None:
        return 0, 0.0
    return len(message.text.split()), message.end_s - message.start_s


def _turns_of(conversation: Conversation, person: str) -> Iterable[Message]:
    return (message for message in reversed(conversation.messages) if message.sender == person and _spoken(message))


def _latest_caller(conversation: Conversation) -> str | None:
    for message in reversed(conversation.messages):
        if conversation.role_of(message) is Role.REQUESTER and _spoken(message):
            return message.sender
    return None


def _spoken(message: Message) -> bool:
    return not (message.internal or message.automatic)


def _to_five(pace: float) -> int:
    return 5 * round(pace / 5)
