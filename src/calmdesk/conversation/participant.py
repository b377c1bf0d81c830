"""People in a conversation and the part each of them plays."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec


class Role(StrEnum):
    REQUESTER = "requester"
    AGENT = "agent"
    SUPERVISOR = "supervisor"
    OTHER = "other"
    SYSTEM = "system"
    UNKNOWN = "unknown"


DESK_SIDE = frozenset({Role.AGENT, Role.SUPERVISOR})


class Relation(StrEnum):
    EMPLOYEE = "employee"
    CUSTOMER = "customer"
    VENDOR = "vendor"


class Participant(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """
    One person, or machine, in a conversation.

    `person` is the key that stays the same across conversations; `role_evidence` says in words how the role was found.
    """

    id: str
    role: Role
    role_evidence: str | None = None
    name: str | None = None
    person: str | None = None
    addresses: tuple[str, ...] = ()
    relation: Relation | None = None
    leadership: bool = False
    x: dict[str, Any] = {}
