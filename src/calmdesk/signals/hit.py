"""Where a sign was seen, before it becomes a finding."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """Code points of the message; an empty span where the sign is not in the words. `reason` says what was seen."""

    start: int
    end: int
    reason: str = ""
