"""Which part a conversation belongs to. Everything said in one real thread stays in one part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tools.shared_data import part_of

PARTS = ("train", "tune", "held")
# A thread touches several read pieces; the most used one decides: `held` holds only what nothing was tuned on.
_FROM_RULES = {"dev": "train", "second": "tune", "held": "held"}


def group_parts(pieces: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The part of each group, from (group, piece) pairs; a piece is what the rules' own split goes by."""
    seen: dict[str, set[str]] = defaultdict(set)
    for group, piece in pieces:
        seen[group].add(_FROM_RULES[part_of(piece)])
    return {group: min(parts, key=PARTS.index) for group, parts in seen.items()}
