"""How many word pieces of a message the encoder reads: the start and the end of a long one."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST = 96
_TAIL = 32


def clipped(ids: Sequence[int]) -> list[int]:
    """At most `LONGEST` ids, the first and the last of the message among them."""
    return list(ids) if len(ids) <= LONGEST else [*ids[: LONGEST - _TAIL], *ids[-_TAIL:]]
