"""Where each part of a mail stands in its raw bytes.

The standard parser copies the mail and forgets where things stood; it also fails on deep nesting and is slow on very
many parts. Here the structure is walked on the raw bytes with limits, and only header blocks are given to `email`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import Message as Headers

import re2

from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.readers.mail_fields import content_type, parameter, transfer_encoding
from calmdesk.readers.mail_header_block import first_header, header_block, line_end

MAX_MAIL = 25_000_000
MAX_DEPTH = 20
MAX_PARTS = 1_000
_LOOKED_AT = 65_536
_MAX_ALIKE = 100_000

# What separates parts where the header names no boundary, or another one.
_OTHER_BOUNDARY = re2.compile(rb"(?im)^--([^\s-][^\r\n]{0,150}|-[^\r\n]{3,150}?)[ \t]*\r?\ncontent-type[ \t]*:")


@dataclass(frozen=True)
class Part:
    """One part without parts of its own: `path` as IMAP numbers it, `start` to `end` the bytes of its body."""

    path: str
    headers: Headers
    start: int
    end: int
    type: str
    # The container types it stands in, outermost first, each with the number of that container.
    inside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Structure:
    """The header of a mail, its parts in order, and what was odd, in words."""

    headers: Headers
    body: int
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()


def structure(data: bytes) -> Structure:
    """The parts of one mail.

    Raises LimitExceeded over 25 MB, 256 KB or 1,000 lines of header, 20 levels or 1,000 parts, and BadInput where there
    is no header at all.
    """
    if len(data) > MAX_MAIL:
        raise LimitExceeded(
            f"{len(data):,} bytes in one mail, {MAX_MAIL:,} are allowed",
            remedy="Save the mail without its attachments.",
        )
    walk = _Walk(data)
    start = first_header(data)
    headers, body = header_block(data, start, len(data), walk.notes)
    if not headers.keys():
        raise BadInput(
            "no mail header was found; a mail starts with lines such as From:, To: and Subject:",
            where="line 1",
            remedy="Export the message again as .eml.",
        )
    _descend(walk, headers, body, len(data), path="", inside=())
    return Structure(headers, body, tuple(walk.parts), tuple(dict.fromkeys(walk.notes)))


@dataclass
class _Walk:
    data: bytes
    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seen: int = 0


def _descend(
    walk: _Walk, headers: Headers, start: int, end: int, *, path: str, inside: tuple[tuple[str, str], ...]
) -> None:
    """Depth first, left to right; recursion is bounded by MAX_DEPTH."""
    if len(inside) > MAX_DEPTH:
        raise LimitExceeded(f"parts nested more than {MAX_DEPTH} levels deep", where=f"byte {start}")
    default = "message/rfc822" if inside and inside[-1][0] == "multipart/digest" else "text/plain"
    kind = content_type(headers, default)
    if kind.startswith("multipart/"):
        boundary = parameter(headers, "boundary")
        ranges = _between(walk, boundary.rstrip(), start, end) if boundary and boundary.strip() else None
        if not ranges and (guess := _OTHER_BOUNDARY.search(walk.data[start : min(end, start + _LOOKED_AT)])):
            walk.notes.append("the boundary is not the one the header names")
            ranges = _between(walk, guess.group(1).decode("latin-1"), start, end)
        if ranges:
            for number, (part_start, part_end) in enumerate(ranges, 1):
                _count(walk, part_start)
                own, body = header_block(walk.data, part_start, part_end, walk.notes)
                inner = (*inside, (kind, path))
                _descend(walk, own, body, part_end, path=_joined(path, number), inside=inner)
            return
        walk.notes.append("a multipart without its boundary, read as one text")
        kind = "text/plain"
    elif kind in ("message/rfc822", "message/global") and transfer_encoding(headers) not in (
        "base64",
        "quoted-printable",
    ):
        own, body = header_block(walk.data, start, end, walk.notes)
        if own.keys():
            _count(walk, start)
            _descend(walk, own, body, end, path=_joined(path, 1), inside=(*inside, ("message/rfc822", path)))
            return
    walk.parts.append(Part(path or "1", headers, start, end, kind, inside))


def _between(walk: _Walk, boundary: str, start: int, end: int) -> list[tuple[int, int]]:
    """The byte ranges between boundary lines.

    Copes with boundaries that start like one another (a line must match to its end), trailing white space, and a last
    boundary that never comes.
    """
    data = walk.data
    mark = b"--" + boundary.encode("latin-1", "replace")
    ranges: list[tuple[int, int]] = []
    opened = -1
    closed = False
    at = data.find(mark, start, end)
    alike = 0
    while at != -1 and not closed:
        alike += 1
        if alike > _MAX_ALIKE:
            raise LimitExceeded(f"more than {_MAX_ALIKE:,} lines that look like a boundary", where=f"byte {at}")
        after = line_end(data, at, end)
        rest = data[at + len(mark) : min(after, at + len(mark) + 200)].strip()
        if (at == start or data[at - 1 : at] in (b"\n", b"\r")) and (
            rest in (b"", b"--") or (rest == b"-" and not data[after : after + 100].strip())
        ):
            if opened != -1:
                ranges.append((opened, max(opened, _before_newline(data, at, opened))))
                if len(ranges) > MAX_PARTS:
                    raise LimitExceeded(f"more than {MAX_PARTS:,} parts", where=f"byte {at}")
            opened, closed = after, rest != b""
        at = data.find(mark, max(after, at + 1), end)
    if opened != -1 and not closed:
        walk.notes.append("the last boundary is missing")
        ranges.append((opened, end))
    return ranges


def _count(walk: _Walk, at: int) -> None:
    walk.seen += 1
    if walk.seen > MAX_PARTS:
        raise LimitExceeded(f"more than {MAX_PARTS:,} parts", where=f"byte {at}")


def _joined(path: str, number: int) -> str:
    return f"{path}.{number}" if path else str(number)


def _before_newline(data: bytes, at: int, floor: int) -> int:
    """The line end before a boundary belongs to the boundary (RFC 2046 5.1.1)."""
    if at > floor and data[at - 1 : at] == b"\n":
        at -= 1
    if at > floor and data[at - 1 : at] == b"\r":
        at -= 1
    return at
