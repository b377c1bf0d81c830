"""One part as text: transfer encoding and charset undone, however wrongly they are declared."""

from __future__ import annotations

import binascii
import quopri
from dataclasses import dataclass

from calmdesk.readers.charsets import decode
from calmdesk.readers.html_text import html_text
from calmdesk.readers.mail_fields import parameter, transfer_encoding
from calmdesk.readers.mail_parts import Part
from calmdesk.readers.mail_source import normal_lines

MAX_TEXT = 300_000
_MAX_BYTES = 1_200_000
PLAIN = frozenset({"text/plain", "text", "text/enriched", "text/richtext", "text/x-markdown", "text/markdown"})
HTML = frozenset({"text/html", "application/xhtml+xml"})
_MARKED_UP = frozenset({"text/html", "application/xhtml+xml", "text/enriched", "text/richtext"})
_BASE64 = set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")


@dataclass(frozen=True)
class PartText:
    """The text of one part and how it came about."""

    part: Part
    text: str
    codec: str
    # Why the text is no plain copy of the part's bytes; empty where it is.
    changed: str
    notes: tuple[str, ...]
    signature: str = ""


def part_text(data: bytes, part: Part) -> PartText:
    """The text of one part; never raises. Very long texts are cut and say so."""
    raw, encoding = decoded_bytes(data, part)
    whole = len(raw)
    raw = first_lines(raw)
    found = decode(raw, _charset(part, raw))
    notes = [found.problem] if found.problem else []
    text = normal_lines(found.text)
    if part.type not in _MARKED_UP:
        text = text[:MAX_TEXT]
    if len(raw) < whole or (part.type not in _MARKED_UP and len(text) == MAX_TEXT):
        notes.append(f"only the first {len(text):,} characters were read")
    if part.type in ("text/enriched", "text/richtext"):
        text = text.replace("<<", "&lt;").replace("<nl>", "<br>").replace("\n\n", "<br>")
    if part.type in _MARKED_UP or text[:200].lstrip().lower().startswith(("<html", "<!doctype html")):
        page = html_text(text)
        if page.cut:
            notes.append("only the first part of a very large page was read")
        return PartText(part, page.text, found.codec, "html", tuple(notes), page.signature)
    return PartText(part, text, found.codec, encoding, tuple(notes))


def decoded_bytes(data: bytes, part: Part) -> tuple[bytes, str]:
    """The part without its transfer encoding, and the encoding's name where it changed anything. Never raises.

    Copes with encodings that do not exist ("text/html", "utf8", "7-bit"), which count as none, and with base64 that is
    cut off or has other characters in it.
    """
    body = data[part.start : part.end]
    name = transfer_encoding(part.headers)
    if name in ("quoted-printable", "quotedprintable", "qp"):
        return quopri.decodestring(body), "quoted-printable"
    if name == "base64":
        return _base64(body), "base64"
    if name in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return _uuencoded(body), "uuencode"
    return body, ""


def first_lines(raw: bytes) -> bytes:
    """What is read of a very long text, cut at a line end so that no character is cut in two."""
    if len(raw) <= _MAX_BYTES:
        return raw
    end = raw.rfind(b"\n", 0, _MAX_BYTES)
    return raw[: end + 1 if end > 0 else _MAX_BYTES]


def _charset(part: Part, raw: bytes) -> str | None:
    declared = parameter(part.headers, "charset")
    if declared or part.type not in HTML:
        return declared
    head = raw[:2048].lower()
    at = head.find(b"charset=")
    if at == -1:
        return None
    value = head[at + 8 : at + 60].lstrip(b"\"'")
    name = value.replace(b'"', b" ").replace(b"'", b" ").replace(b">", b" ").replace(b"/", b" ").split()
    return name[0].decode("ascii", "replace") if name else None


def _base64(body: bytes) -> bytes:
    allowed = body.translate(None, delete=bytes(set(range(256)) - _BASE64))
    allowed = allowed[: len(allowed) - (len(allowed) % 4 == 1)]
    return binascii.a2b_base64(allowed + b"=" * (-len(allowed) % 4))


def _uuencoded(body: bytes) -> bytes:
    out: list[bytes] = []
    started = False
    for line in body.splitlines():
        if not started:
            started = line.startswith(b"begin ")
            continue
        if line.strip() in (b"end", b"`", b""):
            break
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders pad too much; the length in the first byte says how much counts.
            used = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                out.append(binascii.a2b_uu(line[:used]))
            except binascii.Error:
                return body
    return b"".join(out) if started else body
