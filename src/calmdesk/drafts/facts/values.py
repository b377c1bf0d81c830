"""One thing a person told."""

from __future__ import annotations

from typing import Literal

import msgspec

FactKind = Literal["what", "since", "impact", "who", "where", "error", "deadline", "tried"]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """`text` stands in the message as the person wrote it, from `start` up to `end`, in code points."""

    kind: FactKind
    text: str
    message: str
    start: int
    end: int

    def __repr__(self) -> str:
        """Say where, never the words."""
        return f"Fact({self.kind!r}, message={self.message!r}, start={self.start}, end={self.end})"
