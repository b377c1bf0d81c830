"""
A reading in the wire form: what is not built, switched off or not judged is absent and named in `not_read`.

Absent is `UNSET`; `none`, 0, null and the empty list mean "looked, found nothing".
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from calmdesk.conversation import Conduct, Finding, Instant, NotRead, Role, Stance
from calmdesk.escalation import Ladder
from calmdesk.guidance import Guidance
from calmdesk.promises import Promise
from calmdesk.temperature import Derailment, FirstShift, Probabilities


class MessageReading(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one message; on an agent's message `tension` is the level at that time."""

    id: str
    role: Role
    stance: Stance | UnsetType = UNSET
    stance_p: Probabilities | UnsetType = UNSET
    conduct: Conduct | UnsetType = UNSET
    tension: float | UnsetType = UNSET
    moves: tuple[str, ...] | UnsetType = UNSET


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """What set the conflict off, with the words that show it (P-1.1)."""

    kind: str
    message: str
    start: int
    end: int
    quote: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything calmdesk says of one conversation, as it stood at `as_of`."""

    calmdesk: Literal[1] = 1
    conversation: str
    as_of: Instant
    not_read: tuple[NotRead, ...] = ()
    messages: tuple[MessageReading, ...]
    findings: tuple[Finding, ...]
    triggers: tuple[Trigger, ...] | UnsetType = UNSET
    first_shift: FirstShift | UnsetType | None = UNSET
    first_shifts: tuple[FirstShift, ...] | UnsetType = UNSET
    loudest: str | UnsetType | None = UNSET
    derailment: Derailment | UnsetType = UNSET
    ladder: Ladder | UnsetType = UNSET
    promises: tuple[Promise, ...] | UnsetType = UNSET
    guidance: Guidance | UnsetType | None = UNSET
