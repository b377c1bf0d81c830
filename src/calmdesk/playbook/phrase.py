"""
The phrase notation: how a sign file writes words and their variants.

    you never listen          these words in this order, with spaces or light punctuation between them
    (you|you guys) never      one of several
    really?                   may be left out; so may (a|b)?
    escalat*                  a word that begins so
    @insult                   any entry of the word list insult
    ~  ~5                     up to three words, up to five words
    {thing}  {thing~3}        one word, or up to three, that a rewrite takes along by this name
    ^  $                      a sentence begins, a sentence ends
    don't                     is also found as dont and with a curly apostrophe

Everything is in lower case. A phrase never reaches over the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import re2

_TOKEN = re2.compile(r"[()|?]|[^ ()|?]+")
_SLOT = re2.compile(r"^\{([a-z]+)(?:~([1-6]))?\}$")
_SLOT_IN_TEXT = re2.compile(r"\{([a-z]+)\}")


class PhraseError(ValueError):
    """A phrase that cannot be read; the text says where and what is allowed."""


class Token(NamedTuple):
    text: str
    place: int


class Word(NamedTuple):
    text: str
    prefix: bool = False


class Listed(NamedTuple):
    name: str


class Gap(NamedTuple):
    most: int


class Slot(NamedTuple):
    name: str
    most: int


class Edge(NamedTuple):
    start: bool


class Choice(NamedTuple):
    options: tuple[Phrase, ...]
    optional: bool = False


Item = Word | Listed | Gap | Slot | Edge | Choice
Phrase = tuple[Item, ...]


@lru_cache(maxsize=20_000)
def parse_phrase(text: str) -> Phrase:
    """Read one phrase; raises `PhraseError` with the place of what cannot be read."""
    if text != text.lower():
        raise PhraseError("write phrases in lower case; capitals match anyway")
    tokens = [Token(found[0], found.start()) for found in _TOKEN.finditer(text)]
    items, end = _sequence(tokens, 0)
    if end != len(tokens):
        raise PhraseError(f"unexpected {tokens[end].text!r} at character {tokens[end].place + 1}")
    if not any(isinstance(item, (Word, Listed, Choice)) for item in items):
        raise PhraseError("a phrase needs at least one word")
    names = list(slot_names(items))
    if len(names) != len(set(names)):
        raise PhraseError("each {name} may stand only once in a phrase")
    return items


def slot_names(phrase: Phrase) -> Iterator[str]:
    """The names that a phrase takes words along by."""
    for item in phrase:
        if isinstance(item, Slot):
            yield item.name
        elif isinstance(item, Choice):
            for option in item.options:
                yield from slot_names(option)


def slots_of(rewrite: str) -> Iterator[str]:
    """The names in a rewrite: `restart {thing}` holds thing."""
    for found in _SLOT_IN_TEXT.finditer(rewrite):
        yield found[1]


def list_names(phrase: Phrase) -> Iterator[str]:
    """The word lists a phrase names."""
    for item in phrase:
        if isinstance(item, Listed):
            yield item.name
        elif isinstance(item, Choice):
            for option in item.options:
                yield from list_names(option)


def _sequence(tokens: list[Token], at: int) -> tuple[Phrase, int]:
    items: list[Item] = []
    while at < len(tokens) and tokens[at].text not in "|)":
        item: Item
        if tokens[at].text == "(":
            item, at = _choice(tokens, at)
        else:
            item, at = _item(tokens[at]), at + 1
        if at < len(tokens) and tokens[at].text == "?":
            item = item._replace(optional=True) if isinstance(item, Choice) else Choice(((item,),), optional=True)
            at += 1
        items.append(item)
    return tuple(items), at


def _item(token: Token) -> Item:
    text = token.text
    if text == "?":
        raise PhraseError(f"unexpected '?' at character {token.place + 1}")
    if text in "^$":
        return Edge(start=text == "^")
    if text[0] == "~":
        most = text[1:] or "3"
        if not most.isdigit() or not 1 <= int(most) <= 8:
            raise PhraseError(f"{text!r}: a gap is ~ or ~1 to ~8")
        return Gap(int(most))
    if text[0] == "{":
        slot = _SLOT.match(text)
        if not slot:
            raise PhraseError(f"{text!r}: a slot is {{name}} or {{name~1}} to {{name~6}}")
        return Slot(slot[1], int(slot[2] or 1))
    if text[0] == "@":
        if not text[1:].isidentifier():
            raise PhraseError(f"{text!r}: a word list is @ and its file name")
        return Listed(text[1:])
    if text.endswith("*"):
        if len(text) < 4:
            raise PhraseError(f"{text!r}: give at least three letters before the *")
        return Word(text[:-1], prefix=True)
    return Word(text)


def _choice(tokens: list[Token], at: int) -> tuple[Choice, int]:
    opened = tokens[at].place
    options: list[Phrase] = []
    while True:
        option, at = _sequence(tokens, at + 1)
        if not option:
            raise PhraseError(f"an empty option in the group opened at character {opened + 1}")
        options.append(option)
        if at >= len(tokens):
            raise PhraseError(f"the group opened at character {opened + 1} is not closed")
        if tokens[at].text == ")":
            return Choice(tuple(options)), at + 1
