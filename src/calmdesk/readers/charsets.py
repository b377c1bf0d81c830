"""Bytes to text when the declared charset is missing, unknown, wrong or hostile."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

# What writers call it -> the superset that decodes what they send (as browsers do).
_KNOWN_AS = {
    "ansi_x3.4-1968": "ascii",
    "us-ascii": "ascii",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-8-i": "iso-8859-8",
    "iso8859-1": "iso-8859-1",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "tis-620": "cp874",
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": "utf-8",
    "windows-31j": "cp932",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
}
# Codecs that run escapes, or in quadratic time, over a stranger's bytes.
_REFUSED = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
_UNSTORABLE = dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd")


@dataclass(frozen=True)
class Decoded:
    """`codec` is what really decoded the bytes; `problem` says in words when that is not what was declared."""

    text: str
    codec: str
    problem: str | None = None


def decode(data: bytes, declared: str | None) -> Decoded:
    """The text of `data`; never raises.

    Unlabelled or wrongly labelled bytes are read as UTF-8 when they are valid UTF-8 (random bytes hardly ever are),
    else as Windows-1252. NUL and lone surrogates, which databases store differently, become U+FFFD.
    """
    name = (declared or "").strip().strip("\"'").lower()
    codec = _codec(name)
    if codec is None:
        text, used = _guessed(data)
        problem = f"the charset {name[:40]!r} is not known, read as {used}" if name else None
        return Decoded(storable(text), used, problem)
    try:
        if codec in ("iso8859-1", "cp1252") and _has_c1(data):
            return _really(data, name)
        return Decoded(storable(data.decode(codec)), codec)
    except (UnicodeError, ValueError):
        pass
    text, used = _guessed(data)
    if codec == "ascii" or used == "utf-8":
        return Decoded(storable(text), used, f"the text is not {name}, read as {used}")
    return Decoded(storable(data.decode(codec, "replace")), codec, f"some bytes are not {name} and show as U+FFFD")


def storable(text: str) -> str:
    """Each NUL or lone surrogate becomes one U+FFFD, so that offsets hold."""
    if "\0" not in text:
        try:
            text.encode()  # fails on a lone surrogate, many times faster than looking for one
        except UnicodeEncodeError:
            pass
        else:
            return text
    return text.translate(_UNSTORABLE)


def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(_KNOWN_AS.get(name, name))
    except (LookupError, UnicodeError, ValueError, TypeError, ImportError, RecursionError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name.replace("_", "-") in _REFUSED:
        return None
    return found.name


def _guessed(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "iso8859-1"


def _really(data: bytes, name: str) -> Decoded:
    """What Latin-1 with control characters really is: UTF-8 where it is valid, else Windows-1252."""
    try:
        return Decoded(storable(data.decode("utf-8")), "utf-8", f"the text is not {name}, read as utf-8")
    except UnicodeDecodeError:
        return Decoded(storable(data.decode("cp1252")), "cp1252")


def _has_c1(data: bytes) -> bool:
    """Bytes 80 to 9F are unused control characters in Latin-1 and curly quotes in what Windows really sends."""
    return any(0x80 <= byte <= 0x9F for byte in data) if not data.isascii() else False
