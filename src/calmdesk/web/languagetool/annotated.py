"""A draft with markup, as mail and web editors send it: `data` with pieces of text and of markup."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import msgspec

from calmdesk.conversation.strict_json import parse
from calmdesk.errors import BadInput


class _Piece(msgspec.Struct, kw_only=True):
    text: str | None = None
    markup: str | None = None
    interpret_as: str | None = msgspec.field(name="interpretAs", default=None)


class _Data(msgspec.Struct):
    text: str | None = None
    annotation: list[_Piece] | None = None


class Draft(NamedTuple):
    """
    `text` is what is read, `received` what was sent; `anchors` pair places in `text` with places in `received`.

    Both count code points. Between two anchors the texts run in step.
    """

    text: str
    received: str
    anchors: tuple[tuple[int, int], ...] = ((0, 0),)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span in `received` of a span in `text`."""
        return self._place(start), self._place(end - 1) + 1 if end > start else self._place(start)

    def _place(self, place: int) -> int:
        here, there = self.anchors[bisect_right(self.anchors, (place, len(self.received) + 1)) - 1]
        return there + place - here


def draft_from(text: str | None, data: str | None) -> Draft:
    """The draft in a request: `text` as it is, or `data` with its markup left out."""
    if text is not None:
        return Draft(text, text)
    if data is None:
        raise BadInput("Missing 'text' or 'data' parameter", remedy="Send the draft as one of them.")
    try:
        given = msgspec.convert(parse(data), _Data)
    except msgspec.ValidationError:
        raise BadInput(
            '\'data\' is not of the form {"annotation": [{"text": …}, {"markup": …}]}', remedy="Send it so."
        ) from None
    if given.annotation is None:
        return draft_from(given.text, None)
    return _joined(given.annotation)


def _joined(pieces: list[_Piece]) -> Draft:
    read, received = "", ""
    anchors = [(0, 0)]
    for piece in pieces:
        if piece.text is not None:
            anchors.append((len(read), len(received)))
            read += piece.text
            received += piece.text
        elif piece.markup is not None:
            # What markup stands for (a line break) is read, but a finding in it has nowhere to be shown.
            read += piece.interpret_as or ""
            received += piece.markup
    return Draft(read, received, tuple(anchors))
