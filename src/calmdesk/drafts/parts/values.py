"""One part of a reply."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

PartKind = Literal["acknowledgement", "restatement", "next_step", "time", "question"]
APPROVED = "approved wording"
TO_FILL = "yours to fill"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """
    Words for a reply, and whose they are: `they said, message 3`, `approved wording` or `yours to fill`.

    From `start` up to `end`, in code points of `text`, stands what an agent may put right or has to fill in; nowhere
    else where it is not `editable`. `kept` is whether it belongs into a short reply.
    """

    kind: PartKind
    text: str
    source: str
    editable: bool = False
    start: int = 0
    end: int = 0
    kept: bool = True

    def __repr__(self) -> str:
        """Say which, never the words."""
        return f"Part({self.kind!r}, {len(self.text)} characters)"


class Card(Protocol):
    """The next move, as `guidance` makes it: its name and its ready words."""

    @property
    def move(self) -> str: ...

    @property
    def say(self) -> tuple[str, ...]: ...
