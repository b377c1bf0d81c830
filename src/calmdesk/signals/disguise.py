"""Words behind a disguise: digits for letters, stars, spaced-out or drawn-out letters.

Only words that the playbook looks for are uncovered, so that "x86_64", "s3" or "A*" stay what they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

import re2

from calmdesk.signals.fold import Folded

_LEET = bytes.maketrans(b"0134579@$!|+", b"oieastgasilt")
_LEET_I = bytes.maketrans(b"0134579@$!|+", b"oleastgasilt")
_DRAWN_OUT = "|".join(f"{letter}{letter}{letter}+" for letter in "abcdefghijklmnopqrstuvwxyz").encode()
_BEFORE_WORD = b".,;:?()[]\"'<>"
_AFTER_WORD = _BEFORE_WORD + b"!"
_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
_IN_CODES = b"0123456789@$*#%|+'"
_PLAIN_MARKS = bytes(code for code in range(256) if code not in b"0134579@$!|+*#%")
_SEPARATORS = re2.compile(rb"[^a-z0-9@$!*#%|+']+")
_TOKEN = re2.compile(rb"[a-z0-9@$!*#%|+']+")
_SPACED = re2.compile(rb"(?:^|[^a-z0-9])((?:[a-z][ ._\-]){2,12}[a-z])(?:$|[^a-z0-9])")
_RUN = re2.compile(_DRAWN_OUT)
# What nearly every message is without: marks or digits among letters, drawn-out letters, single letters in a row.
_SUSPECT = re2.compile(
    rb"[a-z][0-9@$!*#%|+]+[a-z]|[a-z][*#%@$!]{2}|(?:^|[^a-z0-9])(?:[0-9$!]+[a-z]{2}|@ss)"
    rb"|(?:^|[^a-z0-9])[a-z][ ._\-][a-z][ ._\-][a-z](?:$|[^a-z0-9])|" + _DRAWN_OUT
)


class Vocabulary(NamedTuple):
    """`known`: every word a phrase contains; `hidden`: those that people disguise, first the likeliest."""

    known: frozenset[bytes]
    hidden: Collection[bytes]


def uncover(folded: Folded, vocabulary: Vocabulary) -> Folded:
    """The folded text with disguised words written out, and where they stood (in the received text)."""
    if not _SUSPECT.search(folded.data):
        return folded
    changes = sorted(_changes(folded.data, vocabulary))
    if not changes:
        return folded
    data = bytearray()
    offsets: list[int] = []
    disguised: list[tuple[int, int]] = []
    at = 0
    for start, end, word, hidden in changes:
        if start < at:
            continue
        data += folded.data[at:start]
        offsets += range(at, start)
        data += word
        offsets += _stretched(start, end, len(word))
        if hidden:
            disguised.append(folded.back(start, end))
        at = end
    data += folded.data[at:]
    offsets += range(at, len(folded.data) + 1)
    back = folded.offsets
    real = tuple(offsets) if back is None else tuple(back[place] for place in offsets)
    return Folded(bytes(data), real, tuple(disguised))


def _changes(data: bytes, vocabulary: Vocabulary) -> Iterator[tuple[int, int, bytes, bool]]:
    for found in _SPACED.finditer(data):
        word = bytes(letter for letter in found[1] if letter in _LETTERS)
        if word in vocabulary.hidden:
            yield found.start(1), found.end(1), word, True
    yield from _drawn_out(data, vocabulary)
    # Taken apart by hand first: a match object for every word would cost more than all else together.
    if any(_may_hide(token, vocabulary) for token in data.split() if not token.isalpha()):
        for found in _TOKEN.finditer(data):
            token = found[0].rstrip(b"!")
            hidden = None if token.isalpha() else _hidden_word(token, vocabulary.hidden)
            if hidden:
                yield found.start(), found.start() + len(token), hidden, True


def _drawn_out(data: bytes, vocabulary: Vocabulary) -> Iterator[tuple[int, int, bytes, bool]]:
    """Words with a letter three times or more in a row, unless they are part of a longer name or code."""
    done = 0
    for run in _RUN.finditer(data):
        start, end = run.start(), run.end()
        if start < done:
            continue
        while start and data[start - 1] in _LETTERS:
            start -= 1
        while end < len(data) and data[end] in _LETTERS:
            end += 1
        done = end
        word = data[start:end]
        around = data[start - 1 : start] + data[end : end + 1]
        if word not in vocabulary.known and not any(mark in _IN_CODES for mark in around):
            yield start, end, _squeezed(word, vocabulary), False


def _may_hide(token: bytes, vocabulary: Vocabulary) -> bool:
    word = token.lstrip(_BEFORE_WORD).rstrip(_AFTER_WORD)
    marks = word.translate(None, _LETTERS)
    # Without letters it is a number, without a mark that stands for a letter it is words with dots and dashes.
    if len(marks) == len(word) or not marks.translate(None, _PLAIN_MARKS):
        return False
    return any(_hidden_word(part.rstrip(b"!"), vocabulary.hidden) for part in _SEPARATORS.split(word))


def _hidden_word(token: bytes, hidden: Collection[bytes]) -> bytes | None:
    if token.isalnum() and token.isdigit():
        return None
    for table in (_LEET, _LEET_I):
        word = token.translate(table)
        if word in hidden:
            return word
    if any(mark in token for mark in b"*#%@$!") and token[:1].isalpha() and len(token) > 2:
        shape = [letter if 97 <= letter <= 122 else None for letter in token]
        if 2 * sum(letter is None for letter in shape) > 2 * len(shape) - 2:
            return None
        return next((word for word in hidden if _fits(shape, word)), None)
    return None


def _fits(shape: list[int | None], word: bytes) -> bool:
    return len(shape) == len(word) and all(mark in (None, letter) for mark, letter in zip(shape, word, strict=True))


def _squeezed(token: bytes, vocabulary: Vocabulary) -> bytes:
    single = bytearray()
    double = bytearray()
    for letter in token:
        if single[-1:] != bytes([letter]):
            single.append(letter)
        if double[-2:] != bytes([letter, letter]):
            double.append(letter)
    for word in (bytes(double), bytes(single)):
        if word in vocabulary.known:
            return word
    return bytes(single)


def _stretched(start: int, end: int, length: int) -> list[int]:
    """Places for `length` letters that stand for the span: first and last are exact, those between are near."""
    if length == 1:
        return [start]
    return [start + (end - 1 - start) * place // (length - 1) for place in range(length)]
