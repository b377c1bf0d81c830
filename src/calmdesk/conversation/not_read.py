"""What was not judged is named, so that silence never passes for calm."""

from __future__ import annotations

import msgspec


class NotRead(msgspec.Struct, frozen=True, kw_only=True):
    """A part that was not judged, and why."""

    part: str
    why: str
