"""JSON Lines: one conversation in the wire form per line, files of any size."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from calmdesk.conversation import Conversation
from calmdesk.conversation.strict_json import MAX_BYTES, parse
from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.readers.calmdesk_json import is_ours, read_one
from calmdesk.readers.format import Desk, Original

_LOOKED_AT = 5
_NAMES = (".jsonl", ".ndjson")


class JsonLines:
    """One conversation per line."""

    name = "jsonl"
    title = "calmdesk JSON Lines"

    def recognises(self, original: Original) -> bool:
        if original.name.lower().endswith(_NAMES):
            return True
        lines = original.data[:1_000_000].removeprefix(b"\xef\xbb\xbf").split(b"\n", 60)
        filled = [line for line in lines if line.strip()]
        return len(filled) > 1 and any(_is_conversation(line) for line in filled[:_LOOKED_AT])

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        return read_file(io.BytesIO(original.data), desk)


def read_path(path: Path, desk: Desk) -> Iterator[Conversation | BadInput]:
    """The same from a file on disk; one line at a time is held in memory."""
    with path.open("rb") as file:
        yield from read_file(file, desk)


def read_file(file: BinaryIO, desk: Desk) -> Iterator[Conversation | BadInput]:
    """Each line; a bad one is a BadInput with its number, and the rest is read. Empty lines are skipped.

    The `source` of a message names the line it stands in, not the file, so that a stream needs no second pass.
    """
    number = 0
    while line := file.readline(MAX_BYTES + 2):
        number += 1
        if len(line) > MAX_BYTES + 1 and not line.endswith(b"\n"):
            _skip_line(file)
            yield LimitExceeded(
                f"more than {MAX_BYTES:,} bytes in one line", where=f"line {number}", remedy="Split it."
            )
            continue
        if not line.strip(b"\xef\xbb\xbf\r\n\t "):
            continue
        yield _read_line(line, number, desk)
    if number == 0:
        yield BadInput("an empty file", remedy="Put one conversation on each line.")


def _read_line(line: bytes, number: int, desk: Desk) -> Conversation | BadInput:
    where = f"line {number}"
    try:
        value = parse(line)
    except BadInput as problem:
        column = problem.where.rpartition(", ")[2] if problem.where.startswith("line 1, ") else problem.where
        return type(problem)(problem.problem, where=f"{where}, {column}" if column else where, remedy=problem.remedy)
    return read_one(value, Original(line).sha256, desk, where=where)


def _skip_line(file: BinaryIO) -> None:
    while (part := file.readline(1_000_000)) and not part.endswith(b"\n"):
        pass


def _is_conversation(line: bytes) -> bool:
    if not line.strip().startswith(b"{"):
        return False
    try:
        return is_ours(parse(line))
    except BadInput:
        return False
