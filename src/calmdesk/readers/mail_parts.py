"""Where each part of a mail stands in its raw bytes.

The standard parser copies the mail and forgets where things stood; it also fails on deep nesting and is slow on very
many parts. Here the structure is walked on the raw bytes with limits, and only header blocks are given to `email`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from email import policy
from email.message import Message as Headers
from email.parser import BytesHeaderParser

import re2

from calmdesk.errors import BadInput, LimitExceeded

MAX_MAIL = 25_000_000
MAX_HEADER_BYTES = 262_144
MAX_HEADER_LINES = 1_000
MAX_DEPTH = 20
MAX_PARTS = 1_000
_MAX_STRUCTURED = 8_192
_LOOKED_AT = 65_536
_MAX_ALIKE = 100_000

_PARSER = BytesHeaderParser(policy=policy.compat32)
_FIELD = re2.compile(rb"[!-9;-~]{1,200}[ \t]*:")
# A line with one of these names after a line that is no header shows that the header went on.
_GOES_ON = re2.compile(
    rb"(?i)(?:from|to|cc|subject|date|message-id|mime-version|content-type|content-transfer-encoding|received"
    rb"|reply-to|references|in-reply-to)[ \t]*:"
)
_EMPTY = re2.compile(rb"\r?\n\r?\n|\r\r")
_BLANK = re2.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r")
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


@dataclass
class _Walk:
    data: bytes
    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seen: int = 0


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
    start = _first_header(data)
    headers, body = _header_block(walk, start, len(data))
    if not headers.keys():
        raise BadInput(
            "no mail header was found; a mail starts with lines such as From:, To: and Subject:",
            where="line 1",
            remedy="Export the message again as .eml.",
        )
    _descend(walk, headers, body, len(data), path="", inside=())
    return Structure(headers, body, tuple(walk.parts), tuple(dict.fromkeys(walk.notes)))


def header_only(data: bytes) -> Headers:
    """The header of a mail; an empty one where it breaks a limit. Never raises."""
    try:
        return _header_block(_Walk(data), _first_header(data), len(data))[0]
    except LimitExceeded:
        return Headers(policy=policy.compat32)


def content_type(headers: Headers, default: str = "text/plain") -> str:
    """The type in lower case; anything that is no "type/subtype" is the default, as RFC 2045 5.2 says."""
    value = _value(headers, "content-type").partition(";")[0].strip().lower()
    main, slash, sub = value.partition("/")
    return value if slash and main.strip() and sub.strip() and "/" not in sub else default


def parameter(headers: Headers, name: str, header: str = "content-type") -> str | None:
    """One parameter of a header (RFC 2231 forms too), or None where it is missing or unreadable."""
    value = _value(headers, header)
    if not value:
        return None
    try:
        short = Headers(policy=policy.compat32)
        short[header] = value
        found = short.get_param(name, None, header)
        if isinstance(found, tuple):
            charset, _, raw = found
            found = raw.encode("latin-1", "replace").decode(charset or "us-ascii", "replace")
    except Exception:  # the standard parser fails in many ways on names such as `name*` (cpython 151857)
        return None
    return str(found) if found is not None else None


def disposition(headers: Headers) -> str:
    """`attachment`, `inline` or an empty string."""
    return _value(headers, "content-disposition").partition(";")[0].strip().lower()


def transfer_encoding(headers: Headers) -> str:
    """The transfer encoding's name in lower case, without what some writers put behind it ("7bit;")."""
    return _value(headers, "content-transfer-encoding").partition(";")[0].strip().strip("\"'").lower()


def _value(headers: Headers, name: str) -> str:
    try:
        return " ".join(str(headers.get(name, ""))[:_MAX_STRUCTURED].split())
    except Exception:
        return ""


def _first_header(data: bytes) -> int:
    """Past a byte order mark, empty lines and an mbox "From " line, which saved mails often begin with."""
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while True:
        while start < len(data) and data[start : start + 1] in b"\r\n\t ":
            start += 1
        if not data.startswith((b"From ", b">From "), start) or _FIELD.match(data[start : start + 300]):
            return start
        start = _line_end(data, start, len(data))


def _header_block(walk: _Walk, start: int, end: int) -> tuple[Headers, int]:
    """The headers that start here, and where the body starts.

    Copes with a missing empty line before the body, with a header line that was wrapped without being indented, and
    with CR, LF or CRLF line ends.
    """
    data = walk.data
    if data[start : start + 1] in (b"\n", b"\r"):
        return _PARSER.parsebytes(b""), _line_end(data, start, end)
    stop, body = _empty_line(data, start, end)
    if stop - start > MAX_HEADER_BYTES:
        raise LimitExceeded(
            f"more than {MAX_HEADER_BYTES:,} bytes of header",
            where=f"byte {start}",
            remedy="This is not an ordinary mail; save it again from the mail program.",
        )
    block = data[start:stop]
    lines = block.splitlines(keepends=True)
    if len(lines) > MAX_HEADER_LINES:
        raise LimitExceeded(f"{len(lines):,} lines of header, {MAX_HEADER_LINES:,} are allowed", where=f"byte {start}")
    good: list[bytes] = []
    passed = start
    last_known = max((number for number, line in enumerate(lines) if _GOES_ON.match(line)), default=-1)
    for number, line in enumerate(lines):
        if line[:1] in (b" ", b"\t"):
            good.append(line)
        elif _FIELD.match(line):
            name, colon, value = line.partition(b":")
            good.append(name.rstrip() + colon + value)
        elif line.startswith((b">From ", b"From ")):
            pass
        elif number < last_known:
            walk.notes.append("a line in the header is no header")
            good.append(b" " + line)
        else:
            walk.notes.append("no empty line between header and text")
            body = passed
            break
        passed += len(line)
    text = b"".join(good).lstrip(b" \t\r\n") if good and good[0][:1] in (b" ", b"\t") else b"".join(good)
    return _PARSER.parsebytes(text + b"\n\n"), body


def _empty_line(data: bytes, start: int, end: int) -> tuple[int, int]:
    """The end of the header and the start of the body.

    A line of spaces only may be a folded field (RFC 5322 4.2): it ends the header unless more of a header follows.
    """
    limit = min(end, start + MAX_HEADER_BYTES + 4)
    at = start
    while True:
        blank = _BLANK.search(data, at, limit)
        if blank is None:
            return end, end
        spaces = blank.group(0).strip(b"\r\n")
        if not spaces or not _header_follows(data[blank.end() : min(limit, blank.end() + 4_096)]):
            return blank.start(), blank.end()
        at = blank.end() - 1


def _header_follows(rest: bytes) -> bool:
    """Whether these bytes, up to the next empty line, go on with a header."""
    empty = _EMPTY.search(rest)
    lines = (rest[: empty.start()] if empty else rest).splitlines()
    return _FIELD.match(rest[:300]) is not None or any(_GOES_ON.match(line) for line in lines)


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
                own, body = _header_block(walk, part_start, part_end)
                inner = (*inside, (kind, path))
                _descend(walk, own, body, part_end, path=_joined(path, number), inside=inner)
            return
        walk.notes.append("a multipart without its boundary, read as one text")
        kind = "text/plain"
    elif kind in ("message/rfc822", "message/global") and transfer_encoding(headers) not in (
        "base64",
        "quoted-printable",
    ):
        own, body = _header_block(walk, start, end)
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
        after = _line_end(data, at, end)
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


def _line_end(data: bytes, start: int, end: int) -> int:
    """Just past the line end that follows `start`; LF, CRLF and a lone CR count."""
    newline = data.find(b"\n", start, end)
    stop = newline if newline != -1 else end
    carriage = data.find(b"\r", start, stop)
    if carriage != -1 and carriage + 1 != newline:
        return carriage + 1
    return newline + 1 if newline != -1 else end


def _before_newline(data: bytes, at: int, floor: int) -> int:
    """The line end before a boundary belongs to the boundary (RFC 2046 5.1.1)."""
    if at > floor and data[at - 1 : at] == b"\n":
        at -= 1
    if at > floor and data[at - 1 : at] == b"\r":
        at -= 1
    return at
