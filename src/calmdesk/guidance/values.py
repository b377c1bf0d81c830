"""The card an agent sees."""

from __future__ import annotations

import msgspec


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """Words that show why: a message and the span in it; an empty span where it is not in the words."""

    message: str
    start: int
    end: int
    quote: str

    def __repr__(self) -> str:
        """Say where, never the words."""
        return f"Shown(message={self.message!r}, start={self.start}, end={self.end})"


class Guidance(msgspec.Struct, frozen=True, kw_only=True):
    """
    The next move: `why` in a sentence, `say` in up to three ready wordings for this channel, `avoid` what to leave now.

    `practice` is the row it comes from; `after` is the message that it answers; `shown` are the words that call for it.
    """

    move: str
    title: str
    practice: str
    why: str
    say: tuple[str, ...]
    avoid: tuple[str, ...]
    after: str
    shown: tuple[Shown, ...] = ()
