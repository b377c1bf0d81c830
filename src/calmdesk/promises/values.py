"""What is known of a promise."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import msgspec

from calmdesk.conversation import Instant


class Kind(StrEnum):
    """An `instant` is counted from when it was said ("in 20 minutes"); `wall` is a time on a clock in some zone."""

    INSTANT = "instant"
    WALL = "wall"


class State(StrEnum):
    """
    How a promise stands.

    `renewed`: a new time was given before the old one had passed. `late`: done, after its time. `broken`: its time has
    passed and nothing came.
    """

    OPEN = "open"
    KEPT = "kept"
    RENEWED = "renewed"
    LATE = "late"
    BROKEN = "broken"


class Due(NamedTuple):
    """
    When something is due, or else what to ask.

    `due` is set only where one reading is left; then `asks` is None. Otherwise `asks` is a short question to the
    agent, and `candidates` are the instants that may be meant, earliest first (none where nothing can be said).
    """

    due: datetime | None = None
    kind: Kind | None = None
    asks: str | None = None
    candidates: tuple[datetime, ...] = ()


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """
    One promise of the desk, in the words in which it was given.

    `start`/`end` are code points of the message's text, `quote` the words between them. `what` is the promised thing
    in one word: call, update, fix, send, check, visit, or the verb that was used. An `estimate` names a time without
    binding itself ("should", "hope to"). `sender` made the promise, `owner` answers for it now.
    """

    conversation: str
    message: str
    sender: str
    owner: str
    start: int
    end: int
    quote: str
    what: str
    estimate: bool = False
    said_at: Instant | None = None
    due: Instant | None = None
    kind: Kind | None = None
    asks: str | None = None
    candidates: tuple[Instant, ...] = ()
    state: State = State.OPEN
    kept_by: str | None = None
    renewed_by: str | None = None

    @property
    def key(self) -> str:
        """What stays the same however often the conversation is read: where the promise stands."""
        return f"{self.message}:{self.start}"

    def __repr__(self) -> str:
        """Say where and how it stands, never the words: a quote is personal data and must not reach a log."""
        return f"Promise(message={self.message!r}, start={self.start}, end={self.end}, state={self.state.value!r})"
