"""What every reader is given and what it gives back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from calmdesk.conversation import Conversation
from calmdesk.conversation.strict_json import parse
from calmdesk.errors import BadInput, LimitExceeded


@dataclass(frozen=True)
class Original:
    """The bytes as they came, and the file name where there is one."""

    data: bytes
    name: str = ""

    @cached_property
    def sha256(self) -> str:
        """The name of these bytes: "sha256:" and the hash."""
        return "sha256:" + hashlib.sha256(self.data).hexdigest()

    @cached_property
    def json(self) -> Any:
        """The JSON value in them, or None where they hold none; several readers look at it."""
        if self.data.lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] not in (b"{", b"["):
            return None
        try:
            return parse(self.data)
        except BadInput:
            return None

    @cached_property
    def short_id(self) -> str:
        """An id for a conversation that has none of its own: the same bytes give the same id."""
        return self.sha256[:23]

    def limited_to(self, most: int, *, remedy: str = "Split it into smaller files.") -> Original:
        """Itself; a LimitExceeded where it has more than `most` bytes."""
        if len(self.data) > most:
            raise LimitExceeded(f"{len(self.data):,} bytes, {most:,} are allowed", remedy=remedy)
        return self


@dataclass(frozen=True)
class Desk:
    """Who answers for the desk and who is leadership, lower-cased; empty means: by evidence.

    `names` and `addresses` are the desk's people; `leadership` may hold either. `timezone` (IANA) is the zone of times
    that come without one.
    """

    addresses: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    leadership: frozenset[str] = frozenset()
    timezone: str | None = None


class Format(Protocol):
    """One format. `name` is what a person types, `title` what a person reads."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    def recognises(self, original: Original) -> bool:
        """Whether these bytes look like this format; quick, and never raises."""
        ...

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """Every conversation in them. One bad item is a BadInput in its place (not raised), the rest is read."""
        ...
