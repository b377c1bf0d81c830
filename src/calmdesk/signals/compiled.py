"""Phrases made ready to match: a linear-time pattern, and the words without which it need not be tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import re2

from calmdesk.playbook.phrase import Choice, Edge, Gap, Item, Listed, Phrase, Word, parse_phrase

Lists = Mapping[str, tuple[Phrase, ...]]

# Between two words of a phrase: a space or light punctuation, never the end of a sentence.
_BREAK = r"(?:[ \t\n,'\"*_~\-\x1b(/])"
_GAP_WORD = r"[a-z0-9\x1a'][a-z0-9\x1a'.\-]*"
_COMMON = frozenset(
    [
        "you",
        "your",
        "the",
        "a",
        "an",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "am",
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "and",
        "or",
        "not",
        "no",
        "do",
        "does",
        "did",
        "dont",
        "have",
        "has",
        "had",
        "will",
        "would",
        "can",
        "could",
        "should",
        "what",
        "when",
        "how",
        "why",
        "who",
        "if",
        "so",
        "just",
        "all",
        "with",
        "from",
        "by",
        "up",
        "out",
        "get",
        "got",
        "again",
        "still",
        "now",
        "they",
        "them",
        "people",
        "guys",
        "team",
        "one",
        "any",
        "some",
    ]
)


class CompiledPhrase:
    """One phrase of one sign. The pattern is compiled when it is first needed: most never are."""

    def __init__(self, text: str, lists: Lists) -> None:
        self.text = text
        items = parse_phrase(text)
        self._source = _pattern(items, lists)
        groups = sorted(_needed(items, lists), key=_cost)
        self.key: frozenset[bytes] = groups[0] if groups else frozenset()
        self.also: tuple[frozenset[bytes], ...] = tuple(groups[1:4])
        self.words: frozenset[bytes] = frozenset(_every_word(items, lists))

    @cached_property
    def pattern(self) -> Any:
        options = re2.Options()
        options.max_mem = 32 << 20
        options.encoding = re2.Options.Encoding.LATIN1
        return re2.compile(self._source.encode("ascii"), options)

    def possible(self, words: frozenset[bytes]) -> bool:
        """Whether a text with these words can hold the phrase at all."""
        return not any(group.isdisjoint(words) for group in self.also)


def compile_lists(entries: Mapping[str, tuple[str, ...]]) -> Lists:
    """The word lists of a playbook, parsed."""
    return {name: tuple(parse_phrase(entry) for entry in texts) for name, texts in entries.items()}


def _pattern(items: Phrase, lists: Lists) -> str:
    before = "" if isinstance(items[0], Edge) else r"(?:^|[^a-z0-9\x1a'])"
    after = "" if isinstance(items[-1], Edge) else r"(?:$|[^a-z0-9\x1a])"
    return f"{before}({_sequence(items, lists)}){after}"


def _sequence(items: Phrase, lists: Lists) -> str:
    """Items in a row; an optional item carries its own separator so that leaving it out leaves no gap."""
    out = ""
    started = False
    for item in items:
        if isinstance(item, Edge):
            out += (
                r"(?:^|[.!?\n:;\x1b][ \t\n'\"*_]*|^[ \t\n'\"*_]+)" if item.start else r"(?:[ \t]*(?:$|[.!?\n;\x1b)]))"
            )
            started = False if item.start else started
            continue
        source, optional = _item(item, lists)
        if isinstance(item, Gap):
            out += f"(?:{_BREAK}+{_GAP_WORD}){{0,{item.most}}}"
            continue
        if optional:
            out += f"(?:{_BREAK}+{source})?" if started else f"(?:{source}{_BREAK}+)?"
            continue
        out += f"{_BREAK}+{source}" if started else source
        started = True
    return out


def _item(item: Item, lists: Lists) -> tuple[str, bool]:
    if isinstance(item, Word):
        return _word(item.text) + ("[a-z0-9']*" if item.prefix else ""), False
    if isinstance(item, Listed):
        return _either(lists[item.name], lists), False
    if isinstance(item, Choice):
        return _either(item.options, lists), item.optional
    return "", False


def _either(options: Iterable[Phrase], lists: Lists) -> str:
    return "(?:" + "|".join(dict.fromkeys(_sequence(option, lists) for option in options)) + ")"


def _word(text: str) -> str:
    return "".join("'?" if letter == "'" else re2.escape(letter) for letter in text)


def _needed(items: Phrase, lists: Lists) -> list[frozenset[bytes]]:
    """Groups of words: a text must hold at least one of each group."""
    groups: list[frozenset[bytes]] = []
    for item in items:
        if isinstance(item, Word) and not item.prefix:
            groups += ({part} for part in _plain(item.text))  # type: ignore[misc]
        elif isinstance(item, Listed):
            groups += _one_of(lists[item.name], lists)
        elif isinstance(item, Choice) and not item.optional:
            groups += _one_of(item.options, lists)
    return [frozenset(group) for group in groups]


def _one_of(options: Iterable[Phrase], lists: Lists) -> list[frozenset[bytes]]:
    union: frozenset[bytes] = frozenset()
    for option in options:
        groups = sorted(_needed(option, lists), key=_cost)
        if not groups:
            return []
        union |= groups[0]
    return [union]


def _every_word(items: Phrase, lists: Lists) -> Iterable[bytes]:
    for item in items:
        if isinstance(item, Word):
            yield from _plain(item.text)
        elif isinstance(item, Listed):
            for entry in lists[item.name]:
                yield from _every_word(entry, lists)
        elif isinstance(item, Choice):
            for option in item.options:
                yield from _every_word(option, lists)


def _plain(text: str) -> list[bytes]:
    letters = "".join(c if c.isalnum() else " " for c in text.replace("'", ""))
    return [part.encode("ascii", "ignore") for part in letters.split()]


def _cost(group: frozenset[bytes]) -> tuple[int, int]:
    """Rare words first: how many everyday words are in the group, then how many words."""
    return sum(word.decode() in _COMMON for word in group), len(group)
