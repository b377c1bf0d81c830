"""Where a conversation stands on the boundary ladder, as frozen values."""

from __future__ import annotations

from datetime import date

import msgspec

from calmdesk.conversation import Channel, Finding, Instant

REDIRECT, RESTATE, NAME, CONSEQUENCE, END = range(1, 6)
# The boundary that is due on each rung; a desk may write others for the same rung.
BOUNDARY = {
    REDIRECT: "redirect_to_the_issue",
    RESTATE: "restate_what_is_needed",
    NAME: "name_the_behaviour",
    CONSEQUENCE: "say_the_consequence",
    END: "end_and_transfer",
}
HOLD_THE_SAFEGUARD = "hold_the_safeguard"
# Leading back to the issue and asking for what the next step needs are fine at any time.
ALWAYS_FINE = RESTATE


class Used(msgspec.Struct, frozen=True, kw_only=True):
    """
    A boundary that was said: when, where and in which words.

    `start`/`end` are code points of the message and `quote` the words between them. `case_closed`: the case it was
    said in is over, and is no longer held against anybody. `restricted_until`: a person decided that it counts until
    it is reviewed on this day.
    """

    rung: int
    boundary: str
    message: str
    conversation: str
    at: Instant | None
    start: int
    end: int
    quote: str
    channel: Channel
    case_closed: bool = False
    restricted_until: date | None = None

    def is_restricted(self, today: date) -> bool:
        """Whether a decided restriction still holds; on the day of its review it does."""
        return self.restricted_until is not None and today <= self.restricted_until

    def __repr__(self) -> str:
        """Say which and where, never the words: a quote is personal data and must not reach a log."""
        return f"Used(boundary={self.boundary!r}, conversation={self.conversation!r}, message={self.message!r})"


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """
    A boundary that should be said now.

    `behaviour` is what it answers, with the words; `overdue`: the desk has written since without saying it, and it
    went on.
    """

    rung: int
    boundary: str
    why: str
    overdue: bool
    behaviour: Finding

    def __repr__(self) -> str:
        """Say which, never why: the reason quotes."""
        return f"Due(boundary={self.boundary!r}, overdue={self.overdue}, behaviour={self.behaviour!r})"


class Ladder(msgspec.Struct, frozen=True, kw_only=True):
    """
    `rung` is the highest one said, here or in a contact that is still remembered (0: none).

    `may_end` says why policy lets the agent end the contact now (None: it does not), `open_to` is the highest rung
    that would not come too early. `distress`: somebody spoke of not wanting to live, and no boundary is in place.
    """

    rung: int = 0
    used: tuple[Used, ...] = ()
    due: Due | None = None
    may_end: str | None = None
    open_to: int = ALWAYS_FINE
    distress: bool = False

    def too_early(self, rung: int) -> str | None:
        """Why this rung would come too early now; None where it would not."""
        if rung <= self.open_to:
            return None
        if self.distress:
            return "Somebody spoke of not wanting to live. That is never a matter of conduct: tell the duty person."
        if self.open_to < NAME:
            return "Nothing that is still open is aimed at a person. Leading back to the issue is enough."
        if self.open_to < CONSEQUENCE:
            return "The behaviour has not been named in this contact yet. Name it first, and give them a chance."
        return "The consequence has not been said in this contact yet. Say it first, and give them a chance."
