"""
Two texts: the one received, which is evidence, and a folded one, which is what patterns see.

Folded text is plain lower-case ASCII: accents and zero-width characters are gone, look-alike letters are Latin, curly
quotes are straight. `offsets` leads each place in it back to the text as received.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

# Cyrillic and Greek letters that are drawn like Latin ones.
_LOOK_ALIKE = dict(
    zip(
        "аеорсухіјѕԁһӏмтвнкзпгԛԝαορνικτυχεηѵ",
        "aeopcyxijsdhlmtbhk3nrqwaopviktuxenv",
        strict=True,
    )
)
_PUNCTUATION = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("–—‒―‐‑", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u3000\u2028\u2029\x85", " "),
    "…": ".",
    "·": ".",
    "•": "*",
}
_OTHER_LETTER = "\x1a"
_OTHER_SIGN = "\x1b"


class Folded(NamedTuple):
    """`data` is ASCII; `offsets[i]` is the place in the received text, or None where both run in step."""

    data: bytes
    offsets: tuple[int, ...] | None
    disguised: tuple[tuple[int, int], ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span in the received text of a span in the folded one."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]


def fold(text: str) -> Folded:
    """Fold one text. Nothing is lost: what has no ASCII form becomes one placeholder character."""
    if text.isascii():
        return Folded(text.lower().encode("ascii"), None)
    folded = text.translate(_TABLE)
    if len(folded) == len(text) and not any(len(_TABLE[ord(c)]) != 1 for c in set(text)):
        return Folded(folded.encode("ascii"), None)
    pieces = [_TABLE[ord(character)] for character in text]
    offsets = [place for place, piece in enumerate(pieces) for _ in piece]
    return Folded("".join(pieces).encode("ascii"), (*offsets, len(text)))


class _Table(dict[int, str]):
    """Character by character, worked out once for each character that is met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    lowered = character.lower()
    if lowered in _LOOK_ALIKE:
        return _LOOK_ALIKE[lowered]
    if unicodedata.category(character) in ("Cf", "Mn", "Me", "Cc"):
        return ""
    plain = "".join(c for c in unicodedata.normalize("NFKD", lowered) if c.isascii()).lower()
    if plain:
        return plain
    return _OTHER_LETTER if character.isalpha() else _OTHER_SIGN


_TABLE = _Table()
