"""Header text with encoded words (RFC 2047), as badly as real mail writes them."""

from __future__ import annotations

import base64
import quopri

import re2

from calmdesk.readers.charsets import decode, storable

MAX_VALUE = 65_536
MAX_WORDS = 1_000

# Looser than the RFC: spaces inside a word, an RFC 2231 language after "*", underscores in the charset.
_WORD = re2.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")


def header_text(raw: bytes, charset: str | None = None) -> str:
    """One header value as text: unfolded, decoded, without control characters; never raises.

    Copes with raw 8-bit bytes (UTF-8, else the charset of the mail's own text, else Windows-1252), with characters
    split over two neighbouring words, with unknown charsets, and with broken base64, which stays as it was written.
    Only the first 64 KB and 1,000 words are decoded.
    """
    found = decode(raw[:MAX_VALUE], None)
    text = found.text if charset is None or found.codec == "utf-8" else decode(raw[:MAX_VALUE], charset).text
    return one_line(decoded_words(text) if "=?" in text else text)


def decoded_words(text: str) -> str:
    """Each encoded word in `text` replaced by what it says."""
    out: list[str] = []
    pending: list[tuple[str, bytes]] = []
    last = 0
    for count, match in enumerate(_WORD.finditer(text)):
        if count >= MAX_WORDS:
            break
        between = text[last : match.start()]
        # White space between two encoded words is only there to fold the line.
        if between.strip() or not pending:
            _flush(pending, out)
            out.append(between)
        last = match.end()
        charset, kind, payload = match.group(1), match.group(2), match.group(3)
        data = _payload(kind, payload)
        if data is None:
            _flush(pending, out)
            out.append(match.group(0))
            continue
        charset = charset.partition("*")[0].lower()
        if pending and pending[-1][0] == charset:
            pending[-1] = (charset, pending[-1][1] + data)
        else:
            pending.append((charset, data))
    _flush(pending, out)
    out.append(text[last:])
    return storable("".join(out))


def one_line(text: str) -> str:
    """Folded lines joined, control characters gone, runs of white space as one space."""
    if not text.isprintable():
        text = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(text.split())


def _flush(pending: list[tuple[str, bytes]], out: list[str]) -> None:
    out.extend(decode(data, charset).text for charset, data in pending)
    pending.clear()


def _payload(kind: str, payload: str) -> bytes | None:
    raw = payload.encode("utf-8", "replace")
    if kind in "qQ":
        return quopri.decodestring(raw.replace(b" ", b"_"), header=True)
    squeezed = b"".join(raw.split()).rstrip(b"=")
    try:
        return base64.b64decode(squeezed + b"=" * (-len(squeezed) % 4), validate=True)
    except ValueError:
        return None
