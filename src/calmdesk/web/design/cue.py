"""One cue at a time on a call, and a new one at most every 20 seconds: help within a glance, or quiet.

What stands on a screen during a call takes attention from the caller, so each person also sets how many new ones an
hour may bring (`notices.py`). Safety and conduct do not wait.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec
from msgspec import UNSET

from calmdesk.conversation import DESK_SIDE, Conduct, Conversation
from calmdesk.reading import Reading

REST = 20.0
# Moves that keep somebody safe, hold a safeguard, or answer conduct.
_AT_ONCE = frozenset(
    "stay_with_the_person get_help_now hold_the_safeguard "
    "name_the_behaviour say_the_consequence end_and_transfer".split()
)


class Cue(msgspec.Struct, frozen=True):
    """The next move as a glance takes it in: its title and one ready wording. `after` is the message it answers."""

    move: str
    title: str
    say: str
    after: str
    at_once: bool = False


class Shown(msgspec.Struct, frozen=True):
    """The last new cue: which, after which message, when (seconds), and whether the desk has spoken since."""

    move: str
    after: str
    at: float
    answered: bool = False


class Turn(StrEnum):
    """What happens to the screen: a new cue, the one that stands (`keep` although another one waits), or nothing."""

    NEW = "new"
    SAME = "same"
    KEEP = "keep"
    QUIET = "quiet"


class Decision(msgspec.Struct, frozen=True):
    """What to do now, and in how many seconds to ask again where a cue was held back; `full`: for the hour's cap."""

    turn: Turn
    again_in: float | None = None
    full: bool = False


def cue_of(reading: Reading) -> Cue | None:
    """The cue that this reading asks for; None where nothing has to change or nothing could be judged."""
    card = reading.guidance
    if card is UNSET or card is None:
        return None
    conduct = next((one.conduct for one in reading.messages if one.id == card.after), UNSET)
    at_once = card.move in _AT_ONCE or conduct not in (UNSET, Conduct.NONE)
    return Cue(card.move, card.title, card.say[0] if card.say else "", card.after, at_once)


def decide(shown: Shown | None, wanted: Cue | None, now: float, *, free_in: float = 0.0) -> Decision:
    """What the screen shows next, `now` in the same seconds as `shown.at`, and in `free_in` the hour has room again."""
    if wanted is None:
        return Decision(Turn.QUIET)
    if shown is not None and shown.move == wanted.move and not shown.answered:
        return Decision(Turn.SAME)
    # A clock that was set back must not hold cues for longer than the rest they give.
    rest = min(REST, shown.at + REST - now) if shown is not None else 0.0
    again_in = max(rest, free_in)
    if wanted.at_once or again_in <= 0:
        return Decision(Turn.NEW)
    stands = shown is not None and not shown.answered
    return Decision(Turn.KEEP if stands else Turn.QUIET, again_in, full=free_in > 0)


def answered_since(conversation: Conversation, after: str) -> bool:
    """Whether the desk has spoken to the caller since the message `after`, or that message is gone."""
    if after not in (message.id for message in conversation.messages):
        return True
    later = conversation.messages[conversation.index(after) + 1 :]
    return any(conversation.role_of(one) in DESK_SIDE and not (one.internal or one.automatic) for one in later)
