"""How a message stands to the issue and to people, and what a supervisor would want to know."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """Upset is about the issue, the delay, the service; hostile is aimed at a person (P-1.2)."""

    CALM = "calm"
    UPSET = "upset"
    HOSTILE = "hostile"

    @property
    def rank(self) -> int:
        return list(Stance).index(self)


class Conduct(StrEnum):
    """What a reasonable supervisor would want to know about."""

    NONE = "none"
    ABUSE = "abuse"
    THREAT = "threat"
    HARASSMENT = "harassment"
