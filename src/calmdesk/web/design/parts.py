"""The parts of a reply, as the composer shows them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import msgspec

from calmdesk.drafts.parts import Part, PartKind

_TITLES: dict[PartKind, str] = {
    "acknowledgement": "Acknowledge",
    "restatement": "Say it back",
    "next_step": "Next step",
    "time": "A time",
    "question": "One question",
}
_FIELDS: dict[PartKind, str] = {"restatement": "Correct it", "next_step": "What you do next", "time": "By when"}
_BLANK = "…"


class PartView(msgspec.Struct, frozen=True):
    """One line: the words before, in and after the field, and whether the field is still empty."""

    before: str
    words: str
    after: str
    source: str
    message: int
    editable: bool
    kept: bool
    label: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.words or _BLANK}{self.after}"


class PartGroup(msgspec.Struct, frozen=True):
    """The lines of one kind, under its title."""

    kind: str
    title: str
    lines: tuple[PartView, ...]


def part_groups(parts: Iterable[Part]) -> tuple[PartGroup, ...]:
    """In the order in which the reply has them."""
    return tuple(
        PartGroup(kind, _TITLES[kind], tuple(map(_line, lines)))
        for kind, lines in groupby(parts, key=lambda part: part.kind)
    )


def _line(part: Part) -> PartView:
    words = part.text[part.start : part.end]
    place = part.source.rpartition("message ")[2] if part.kind == "restatement" else ""
    return PartView(
        before=part.text[: part.start] if part.editable else part.text,
        words="" if words == _BLANK else words,
        after=part.text[part.end :] if part.editable else "",
        source=part.source,
        message=int(place) if place.isdigit() else 0,
        editable=part.editable,
        kept=part.kept,
        label=_FIELDS.get(part.kind, ""),
    )
