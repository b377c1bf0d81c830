"""Where one mail of an mbox file ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import re2

_CHUNK = 1 << 20
_MAX_LINE = 65_536
_MAX_HEADER = 262_144

# "From dana@x.test Mon Jan  5 09:00:00 2026", "From - Mon Jan …", "From 1844347792267117879@xxx".
_DATED = re2.compile(rb"^From \S.{0,200}\d{1,2}:\d\d(?::\d\d)?.{0,40}\d{4}|^From -\s*$|^From \S+@\S+\s*$")
_FIELD = re2.compile(rb"^[!-9;-~]{1,200}[ \t]*:|^>From ")
# Below a "From …" line without a date, only these fields show that a mail begins.
_SURE_FIELD = re2.compile(
    rb"(?i)^(?:received|return-path|delivered-to|message-id|mime-version|date|from|x-[a-z-]{1,60})[ \t]*:"
)
_LENGTH = re2.compile(rb"(?i)^content-length[ \t]*:[ \t]*(\d{1,12})[ \t\r\n]*$")


@dataclass(frozen=True, slots=True)
class Slice:
    """The bytes of one mail, without its "From " line; `ambiguous` says in words why the border may be wrong."""

    start: int
    end: int
    ambiguous: str = ""


def slices(file: BinaryIO) -> Iterator[Slice]:
    """The mails of an mbox, read once from the start in small pieces.

    There is no one mbox format. A line "From …" is a border when it looks like one (a date, "-" or an address behind
    it) and a header line follows. Where Content-Length leads exactly to such a line or to the end, the lines
    between are text, whatever they look like; where it does not (line ends were changed, mails were edited) it is
    not believed.
    Everything undecided is flagged, never dropped: all bytes end up in some mail.
    """
    lines = _Lines(file)
    line, start = lines.next()
    while line and not line.strip(b"\xef\xbb\xbf \t\r\n"):
        line, start = lines.next()
    if not line:
        return
    doubt = ""
    begin = lines.offset if line.removeprefix(b"\xef\xbb\xbf").startswith(b"From ") else start
    if begin == start:
        doubt = 'the file does not begin with a "From " line'
        lines.seek(start)
    while True:
        end, after, why = _end_of_mail(lines, begin)
        yield Slice(begin, end, doubt or why)
        if after is None:
            return
        begin, doubt = after, ""


def looks_like_mbox(head: bytes) -> bool:
    """Whether the file starts with a "From " line and a header line."""
    first, _, rest = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").partition(b"\n")
    return first.startswith(b"From ") and _FIELD.match(rest[:300]) is not None


def _end_of_mail(lines: _Lines, begin: int) -> tuple[int, int | None, str]:
    """The end of the mail that begins here, the start of the next (None at the end of the file), and any doubt."""
    lines.seek(begin)
    length, body = _header(lines)
    if length is not None:
        reached = lines.border_at(body + length)
        if reached is not None:
            return *reached, ""
    doubt = "" if length is None else "Content-Length does not lead to the next mail and was not used"
    at = lines.find_from(body)
    while at is not None:
        lines.seek(at)
        line, _ = lines.next()
        dated = _DATED.match(line.rstrip()) is not None
        if dated and _FIELD.match(lines.peek()):
            gap = lines.blank_before(at, begin)
            return at - gap, lines.offset, doubt or ("" if gap else 'no empty line above a "From " line')
        if _SURE_FIELD.match(lines.peek()) and (gap := lines.blank_before(at, begin)):
            return at - gap, lines.offset, 'a "From " line without a date was taken as a border'
        doubt = doubt or 'a line that begins with "From " was taken as text'
        at = lines.find_from(at + 1)
    return lines.size, None, doubt


def _header(lines: _Lines) -> tuple[int | None, int]:
    """The Content-Length this mail claims, and where its body begins."""
    length: int | None = None
    start = lines.offset
    while True:
        line, at = lines.next()
        if not line or not line.strip(b"\r\n"):
            return length, lines.offset
        if line.startswith(b"From ") and at > start and _DATED.match(line.rstrip()):
            lines.seek(at)
            return length, at
        match = _LENGTH.match(line)
        if match:
            length = int(match.group(1))
        if at - start > _MAX_HEADER:
            return length, lines.offset


class _Lines:
    """Lines with their offsets, at most 64 KB at a time: a longer line comes in pieces."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._file.seek(0, 2)
        self.size = self._file.tell()
        self.seek(0)

    def seek(self, offset: int) -> None:
        self._file.seek(offset)
        self.offset = offset

    def next(self) -> tuple[bytes, int]:
        at = self.offset
        line = self._file.readline(_MAX_LINE)
        self.offset = at + len(line)
        return line, at

    def peek(self) -> bytes:
        line = self._file.readline(_MAX_LINE)
        self._file.seek(self.offset)
        return line

    def find_from(self, offset: int) -> int | None:
        """The next line at or after `offset` that begins with "From "."""
        self._file.seek(max(0, offset - 1))
        base = max(0, offset - 1)
        held = b"\n" if offset == 0 else b""
        base -= len(held)
        while True:
            chunk = self._file.read(_CHUNK)
            held += chunk
            found = held.find(b"\nFrom ")
            if found != -1:
                return base + found + 1
            if not chunk:
                return None
            base += len(held) - min(len(held), 5)
            held = held[-5:]

    def blank_before(self, at: int, floor: int) -> int:
        """How many bytes the empty line above a border has; it belongs to the border. 0 where there is none."""
        self._file.seek(max(floor, at - 4))
        before = self._file.read(at - max(floor, at - 4))
        self._file.seek(self.offset)
        if before.endswith(b"\n\n") or before == b"\n":
            return 1
        return 2 if before.endswith(b"\n\r\n") or before == b"\r\n" else 0

    def border_at(self, offset: int) -> tuple[int, int | None] | None:
        """The end of a mail whose body is said to end here, and the start of the next, if a border is really here."""
        if offset > self.size:
            return None
        self.seek(offset)
        line, _ = self.next()
        for _ in range(2):
            if line and not line.strip(b"\r\n"):
                line, _ = self.next()
        if not line:
            return self.size, None
        if line.startswith(b"From ") and _FIELD.match(self.peek()):
            return offset, self.offset
        return None
