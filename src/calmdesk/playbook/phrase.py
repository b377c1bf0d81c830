"""
The phrase notation: how a sign file writes words and their variants.

    you never listen          these words in this order, with spaces or light punctuation between them
    (you|you guys) never      one of several
    really?                   may be left out; so may (a|b)?
    escalat*                  a word that begins so
    @insult                   any entry of the word list insult
    ~  ~5                     up to three words, up to five words
    ^  $                      a sentence begins, a sentence ends
    don't                     is also found as dont and with a curly apostrophe

Everything is in lower case. A phrase never reaches over the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_SPECIAL = " ()|?"


class PhraseError(ValueError):
    """A phrase that cannot be read; the text says where and what is allowed."""


class Word(NamedTuple):
    text: str
    prefix: bool = False


class Listed(NamedTuple):
    name: str


class Gap(NamedTuple):
    most: int


class Edge(NamedTuple):
    start: bool


class Choice(NamedTuple):
    options: tuple[Phrase, ...]
    optional: bool = False


Item = Word | Listed | Gap | Edge | Choice
Phrase = tuple[Item, ...]


def parse_phrase(text: str) -> Phrase:
    """Read one phrase; raises `PhraseError` with the place of what cannot be read."""
    if text != text.lower():
        raise PhraseError("write phrases in lower case; capitals match anyway")
    items, end = _sequence(text, 0)
    if end != len(text):
        raise PhraseError(f"unexpected {text[end]!r} at character {end + 1}")
    if not any(isinstance(item, (Word, Listed, Choice)) for item in items):
        raise PhraseError("a phrase needs at least one word")
    return items


def list_names(phrase: Phrase) -> Iterator[str]:
    """The word lists a phrase names."""
    for item in phrase:
        if isinstance(item, Listed):
            yield item.name
        elif isinstance(item, Choice):
            for option in item.options:
                yield from list_names(option)


def _sequence(text: str, at: int) -> tuple[Phrase, int]:
    items: list[Item] = []
    while at < len(text) and text[at] not in "|)":
        if text[at] == " ":
            at += 1
            continue
        item, at = _item(text, at)
        if at < len(text) and text[at] == "?":
            item = item._replace(optional=True) if isinstance(item, Choice) else Choice(((item,),), optional=True)
            at += 1
        items.append(item)
    return tuple(items), at


def _item(text: str, at: int) -> tuple[Item, int]:
    if text[at] == "(":
        return _choice(text, at)
    end = at
    while end < len(text) and text[end] not in _SPECIAL:
        end += 1
    token = text[at:end]
    if not token:
        raise PhraseError(f"unexpected {text[at]!r} at character {at + 1}")
    if token in "^$":
        return Edge(start=token == "^"), end
    if token[0] == "~":
        most = token[1:] or "3"
        if not most.isdigit() or not 1 <= int(most) <= 8:
            raise PhraseError(f"{token!r}: a gap is ~ or ~1 to ~8")
        return Gap(int(most)), end
    if token[0] == "@":
        if not token[1:].isidentifier():
            raise PhraseError(f"{token!r}: a word list is @ and its file name")
        return Listed(token[1:]), end
    if token.endswith("*"):
        if len(token) < 4:
            raise PhraseError(f"{token!r}: give at least three letters before the *")
        return Word(token[:-1], prefix=True), end
    return Word(token), end


def _choice(text: str, at: int) -> tuple[Choice, int]:
    opened = at
    options: list[Phrase] = []
    while True:
        option, at = _sequence(text, at + 1)
        if not option:
            raise PhraseError(f"an empty option in the group opened at character {opened + 1}")
        options.append(option)
        if at >= len(text):
            raise PhraseError(f"the group opened at character {opened + 1} is not closed")
        if text[at] == ")":
            return Choice(tuple(options)), at + 1
