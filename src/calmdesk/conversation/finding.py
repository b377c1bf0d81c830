"""What was noticed, where, and why: one kind of finding for every screen, export and test."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Stage(StrEnum):
    """How far along: an early sign, tension that is rising, or conduct a supervisor would want to know of."""

    EARLY = "early"
    RISING = "rising"
    CONDUCT = "conduct"

    @property
    def rank(self) -> int:
        return list(Stage).index(self)


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """
    One sign seen in one message.

    `start`/`end` are code points of the message's text and `quote` the words between them; where the sign is not in
    the words (someone was copied in, someone cut in) the span is empty. `reasons` say in words what was seen.
    """

    rule: str
    practice: str
    message: str
    start: int
    end: int
    quote: str
    stage: Stage
    reasons: tuple[str, ...]

    def __repr__(self) -> str:
        """Say where, never the words: a quote is personal data and must not reach a log."""
        return f"Finding(rule={self.rule!r}, message={self.message!r}, start={self.start}, end={self.end})"
