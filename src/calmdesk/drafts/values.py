"""A checked draft in the wire form. Nothing of the draft is kept but the quotes in it."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from calmdesk.conversation import Channel, NotRead
from calmdesk.playbook import Severity


class DraftFinding(msgspec.Struct, frozen=True, kw_only=True):
    """
    Words of the draft, and what could stand in their place.

    `start`/`end` are code points of the draft as received; each of `rewrites` fits exactly there. The span is empty
    where the finding is about the draft as a whole.
    """

    rule: str
    practice: str
    start: int
    end: int
    quote: str
    severity: Severity
    why: str
    rewrites: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Say where, never the words: a draft must not reach a log."""
        return f"DraftFinding(rule={self.rule!r}, start={self.start}, end={self.end})"


class DraftCheck(msgspec.Struct, frozen=True, kw_only=True):
    """
    Everything calmdesk says of one draft.

    `moves` are what the draft does, `missing` what this moment calls for and the draft lacks. `risk` is absent until
    it has been shown to order replies as people do. `not_read` names what was not judged.
    """

    calmdesk: Literal[1] = 1
    channel: Channel
    findings: tuple[DraftFinding, ...] = ()
    moves: tuple[str, ...] = ()
    questions: int = 0
    apologies: int = 0
    missing: tuple[str, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    risk: UnsetType = UNSET
