"""Where the text of a message stands in the bytes of its mail."""

from __future__ import annotations

import hashlib

from calmdesk.conversation import Message, Source
from calmdesk.readers.charsets import decode

# Charsets in which a character has the same bytes wherever it stands.
_STATEFUL = ("utf-16", "utf-32", "utf-7", "iso2022", "hz", "utf-8-sig")


def fingerprint(data: bytes) -> str:
    """The name of these bytes: "sha256:" and the hash."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def normal_lines(text: str) -> str:
    """Line ends of the wire (CRLF, CR) as line feeds: they carry the text, they are not part of it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def exact_range(data: bytes, start: int, end: int, codec: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The bytes of data[start:end] that hold this span of its decoded, normalised text, or None.

    None where the bytes do not decode back to the very same text, so a range that is given can be trusted.
    """
    if codec.startswith(_STATEFUL):
        return None
    body = data[start:end]
    text = decode(body, codec).text
    normal = normal_lines(text)
    try:
        first = start + len(text[: _unnormal(text, span[0])].encode(codec))
        last = start + len(text[: _unnormal(text, span[1])].encode(codec))
    except UnicodeError:
        return None
    if normal_lines(decode(data[first:last], codec).text) != normal[span[0] : span[1]]:
        return None
    return first, last


def text_at_source(message: Message, data: bytes) -> str | None:
    """The text as the original bytes give it; None where the source names the whole part or another original."""
    source = message.source
    if source is None or source.start is None or source.end is None or not is_exact(source):
        return None
    if source.raw != fingerprint(data):
        return None
    return normal_lines(decode(data[source.start : source.end], source.charset).text)


def is_exact(source: Source) -> bool:
    """Whether `start` to `end` hold the text and nothing else; otherwise they hold the whole part it came from."""
    return "whole_part" not in source.x


def _unnormal(text: str, offset: int) -> int:
    """The place in `text` of an offset counted with every CRLF as one character."""
    if "\r\n" not in text:
        return offset
    at = 0
    passed = 0
    while True:
        pair = text.find("\r\n", at)
        if pair == -1 or passed + (pair - at) >= offset:
            return at + (offset - passed)
        passed += pair - at + 1
        at = pair + 2
