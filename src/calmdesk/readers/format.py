"""What a reader is: it recognises originals of one format and turns them into conversations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput


@dataclass(frozen=True)
class Original:
    """What was received, byte for byte, and the name of the file it came in."""

    data: bytes
    name: str = ""


@dataclass(frozen=True)
class Desk:
    """Who answers for the desk and who leads; addresses and names in lower case."""

    addresses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    leadership: frozenset[str] = frozenset()


class Format(Protocol):
    """One format of conversations."""

    name: str
    title: str

    def recognises(self, original: Original) -> bool:
        """Whether this looks like the format; cheap, and never raises."""

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """Every conversation in it; what cannot be read is yielded as a BadInput, and the rest is read."""
