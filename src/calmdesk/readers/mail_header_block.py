"""The lines at the top of a mail or a part, found with limits and given to the standard parser."""

from __future__ import annotations

from email import policy
from email.message import Message as Headers
from email.parser import BytesHeaderParser

import re2

from calmdesk.errors import LimitExceeded

MAX_HEADER_BYTES = 262_144
MAX_HEADER_LINES = 1_000

_PARSER = BytesHeaderParser(policy=policy.compat32)
_FIELD = re2.compile(rb"[!-9;-~]{1,200}[ \t]*:")
# A line with one of these names after a line that is no header shows that the header went on.
_GOES_ON = re2.compile(
    rb"(?i)(?:from|to|cc|subject|date|message-id|mime-version|content-type|content-transfer-encoding|received"
    rb"|reply-to|references|in-reply-to)[ \t]*:"
)
_EMPTY = re2.compile(rb"\r?\n\r?\n|\r\r")
_BLANK = re2.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r")


def header_only(data: bytes) -> Headers:
    """The header of a mail; an empty one where it breaks a limit. Never raises."""
    try:
        return header_block(data, first_header(data), len(data), [])[0]
    except LimitExceeded:
        return Headers(policy=policy.compat32)


def first_header(data: bytes) -> int:
    """Past a byte order mark, empty lines and an mbox "From " line, which saved mails often begin with."""
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while True:
        while start < len(data) and data[start : start + 1] in b"\r\n\t ":
            start += 1
        if not data.startswith((b"From ", b">From "), start) or _FIELD.match(data[start : start + 300]):
            return start
        start = line_end(data, start, len(data))


def header_block(data: bytes, start: int, end: int, notes: list[str]) -> tuple[Headers, int]:
    """The headers that start here, and where the body starts.

    Copes with a missing empty line before the body, with a header line that was wrapped without being indented, and
    with CR, LF or CRLF line ends.
    """
    if data[start : start + 1] in (b"\n", b"\r"):
        return _PARSER.parsebytes(b""), line_end(data, start, end)
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
            notes.append("a line in the header is no header")
            good.append(b" " + line)
        else:
            notes.append("no empty line between header and text")
            body = passed
            break
        passed += len(line)
    text = b"".join(good).lstrip(b" \t\r\n") if good and good[0][:1] in (b" ", b"\t") else b"".join(good)
    return _PARSER.parsebytes(text + b"\n\n"), body


def line_end(data: bytes, start: int, end: int) -> int:
    """Just past the line end that follows `start`; LF, CRLF and a lone CR count."""
    newline = data.find(b"\n", start, end)
    stop = newline if newline != -1 else end
    carriage = data.find(b"\r", start, stop)
    if carriage != -1 and carriage + 1 != newline:
        return carriage + 1
    return newline + 1 if newline != -1 else end


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
