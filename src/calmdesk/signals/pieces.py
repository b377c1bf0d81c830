"""The stretches of a folded text that a phrase may lie in: a phrase never reaches over the end of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from calmdesk.signals.moment import parts_of, words_of
from calmdesk.signals.needed import QUOTE

# Each of these becomes the first, which is as long, so that places stay what they are.
_END = b". "
_ENDS = (b"! ", b"? ", b"; ", b".\n", b"!\n", b"?\n", b";\n", b"\n\n")


class Piece(NamedTuple):
    """`start` is its place in the folded text, `words` what a phrase may ask for."""

    start: int
    data: bytes
    words: frozenset[bytes]


@lru_cache(maxsize=8)  # several indexes look at the same message, one after the other
def pieces_of(data: bytes) -> tuple[Piece, ...]:
    """Sentences and paragraphs of a folded text, those without a word left out."""
    return tuple(_pieces(data))


def _pieces(data: bytes) -> Iterator[Piece]:
    marked = data
    for end in _ENDS:
        if end in marked:
            marked = marked.replace(end, _END)
    start = 0
    for piece in marked.split(_END):
        words = words_of(piece)
        if words:
            found = frozenset(words)
            if b"'" in piece:
                found = found.union(parts_of(piece))
            yield Piece(start, data[start : start + len(piece)], found | QUOTE if b'"' in piece else found)
        start += len(piece) + len(_END)
