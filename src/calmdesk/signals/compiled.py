"""Phrases made ready to match: a linear-time pattern, and the words without which it need not be tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import re2

from calmdesk.playbook.phrase import Choice, Edge, Gap, Item, Listed, Phrase, Slot, Word, parse_phrase
from calmdesk.signals.needed import Need, keys_of, need_of, one_of, plain_words

# Between two words of a phrase: a space or light punctuation, never the end of a sentence.
_BREAK = r"(?:[ \t\n,'\"*_~\-\x1b(/])"
# Before words that are taken along: not inside a word ("you'll"), a bracket or the next line.
_BREAK_BEFORE_SLOT = r"(?:[ \t,\"*_~\-])"
# Whom a message is addressed to (@name) stands before its first sentence and is no part of it.
_SENTENCE_START = r"(?:^|[.!?\n:;\x1b][ \t\n'\"*_]*|^[ \t\n'\"*_]+)(?:@[a-z0-9_.\-]+[ \t\n,:]+)*"
_SENTENCE_END = r"(?:[ \t]*(?:$|[.!?\n;\x1b)]))"
_END: Phrase = (Edge(start=False),)
# A dot belongs to a word only inside it: at its end it ends the sentence, and no gap goes on past it.
_GAP_WORD = r"[a-z0-9\x1a'](?:[a-z0-9\x1a'.\-]*[a-z0-9\x1a'])?"


class CompiledPhrase:
    """One phrase of one sign. Its pattern and its words are worked out when they are first needed: most never are."""

    def __init__(self, text: str, lists: Lists) -> None:
        self.text = text
        self._items = parse_phrase(text)
        self._lists = lists
        self.need = need_of(self._items, lists)

    @cached_property
    def pattern(self) -> Any:
        options = re2.Options()
        options.max_mem = 32 << 20
        options.encoding = re2.Options.Encoding.LATIN1
        return re2.compile(_pattern(self._items, self._lists).encode("ascii"), options)

    @cached_property
    def _keys(self) -> list[frozenset[bytes]]:
        return keys_of(self.need)

    def may_be_in(self, words: frozenset[bytes]) -> bool:
        """A quick test: whether a text with these words could hold the phrase."""
        for group in self._keys:  # noqa: SIM110  a plain loop, because it runs for every `unless` of every hit
            if group.isdisjoint(words):
                return False
        return True

    @cached_property
    def words(self) -> frozenset[bytes]:
        """Every word that stands in the phrase or in a list it names."""
        return frozenset(_every_word(self._items, self._lists))


class Lists:
    """The word lists of a playbook; what a thousand phrases ask of a list is worked out once."""

    def __init__(self, entries: Mapping[str, tuple[str, ...]]) -> None:
        self._phrases = {name: tuple(parse_phrase(entry) for entry in texts) for name, texts in entries.items()}
        self._patterns: dict[str, str] = {}
        self._needs: dict[str, Need] = {}
        self._words: dict[str, frozenset[bytes]] = {}

    def pattern(self, name: str) -> str:
        """Any entry of the list, as a pattern."""
        if name not in self._patterns:
            self._patterns[name] = _either(self._phrases[name], self)
        return self._patterns[name]

    def need(self, name: str) -> Need:
        """What a text must hold for any entry to be in it."""
        if name not in self._needs:
            self._needs[name] = one_of(self._phrases[name], self)
        return self._needs[name]

    def words(self, name: str) -> frozenset[bytes]:
        """Every word of every entry."""
        if name not in self._words:
            self._words[name] = frozenset(word for items in self._phrases[name] for word in _every_word(items, self))
        return self._words[name]


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
            out += _SENTENCE_START if item.start else _SENTENCE_END
            started = False if item.start else started
            continue
        if isinstance(item, Choice) and started and _END in item.options:
            out += _or_the_end(item, lists)
            continue
        if isinstance(item, Slot):
            out += (f"{_BREAK_BEFORE_SLOT}+" if started else "") + _slot(item)
            started = True
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


def _or_the_end(choice: Choice, lists: Lists) -> str:
    """One of several words, or the end of the sentence, before which no space is due: (again|now|$)."""
    words = tuple(option for option in choice.options if option != _END)
    return f"(?:{_BREAK}+{_either(words, lists)}|{_SENTENCE_END})" + ("?" if choice.optional else "")


def _item(item: Item, lists: Lists) -> tuple[str, bool]:
    if isinstance(item, Word):
        return _word(item.text) + ("[a-z0-9']*" if item.prefix else ""), False
    if isinstance(item, Listed):
        return lists.pattern(item.name), False
    if isinstance(item, Choice):
        return _either(item.options, lists), item.optional
    return "", False


def _slot(slot: Slot) -> str:
    return f"(?P<{slot.name}>{_GAP_WORD}(?:{_BREAK_BEFORE_SLOT}+{_GAP_WORD}){{0,{slot.most - 1}}})"


def _either(options: Iterable[Phrase], lists: Lists) -> str:
    return "(?:" + "|".join(dict.fromkeys(_sequence(option, lists) for option in options)) + ")"


def _word(text: str) -> str:
    return "".join("'?" if letter == "'" else re2.escape(letter) for letter in text)


def _every_word(items: Phrase, lists: Lists) -> Iterable[bytes]:
    for item in items:
        if isinstance(item, Word):
            yield from plain_words(item.text)
        elif isinstance(item, Listed):
            yield from lists.words(item.name)
        elif isinstance(item, Choice):
            for option in item.options:
                yield from _every_word(option, lists)
