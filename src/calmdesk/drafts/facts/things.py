"""The name of a thing before or after a verb, as far as it can be told without guessing."""

from __future__ import annotations

from typing import NamedTuple

import re2

_WORD = re2.compile(r"[\pL\pN][\pL\pN'./+&@_-]*[\pL\pN]|[\pL\pN]")
_MOST = 9
DETERMINERS = frozenset("the a an my our your his her their this that these those all both each every some any".split())
_OPENS = frozenset("all both each every half".split())
OF_PLACE = frozenset("of at in on for from to with between".split())
_STOPS = frozenset(
    "i we you he she it they who which what that's there here me us him them nobody everybody everyone somebody "
    "someone "
    "nothing everything anything something and but or so because since that when while if although however though then "
    "than as now again anymore today yesterday tomorrow tonight still just only even either too also please am is are "
    "was were be been being has have had do does did will would can could should must may might can't cannot won't "
    "don't doesn't didn't isn't aren't wasn't weren't hasn't haven't i'm it's i've we're we've not no never says said "
    "say think guess believe know hope see keeps keep get gets got need needs want wants after before until without "
    "instead how why where hi hello hey thanks thank sorry yes ok okay well look listen apparently suddenly once twice "
    "always completely entirely really very properly correctly soon asap ago via using ever whenever back afterwards "
    "whole-heartedly urgently by during".split()
)
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night week weekend noon lunch "
    "now once least all first last".split()
)
# Everyday names of things that stand without an article in a hasty message.
PLAIN = frozenset(
    "laptop computer pc desktop machine monitor screen display printer scanner keyboard mouse headset microphone "
    "camera "
    "webcam phone tablet dock charger battery network wifi wi-fi internet vpn email mail mailbox inbox calendar "
    "account "
    "login password browser website portal app application program software server drive share folder file database "
    "outlook teams zoom excel word sharepoint onedrive windows citrix sap intranet projector badge router switch till "
    "tills readers printers laptops screens phones scanners drives files folders emails mails links accounts system "
    "systems room floor hall store building".split()
)


class Thing(NamedTuple):
    """The span of a thing's name in the text it was looked for in."""

    start: int
    end: int


class _Word(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper() or any(letter.isdigit() or letter.isupper() for letter in self.text)


def thing_before(text: str, end: int) -> Thing | None:
    """The thing that stands right before `end`, without leading words that are no part of its name."""
    words = [_Word(found.start(), found.end(), found[0]) for found in _WORD.finditer(text[:end])][-_MOST - 2 :]
    first = len(words)
    reaches_start = True
    at = end
    while first > 0:
        word = words[first - 1]
        if text[word.end : at].strip() or word.low in _STOPS or len(words) - first >= _MOST:
            reaches_start = bool(text[word.end : at].strip())
            break
        first, at = first - 1, word.start
        if word.low in DETERMINERS:
            if first and words[first - 1].low in _OPENS:
                continue
            if first > 1 and words[first - 1].low in OF_PLACE and words[first - 2].low not in _STOPS | _TIMES:
                continue
            return _span(words[first:])
    return _without_article(words[first:], reaches_start=reaches_start)


def thing_after(text: str, start: int) -> Thing | None:
    """The thing that begins right after `start`."""
    words = [_Word(found.start(), found.end(), found[0]) for found in _WORD.finditer(text[start : start + 160])]
    kept: list[_Word] = []
    at = 0
    for place, word in enumerate(words[:_MOST]):
        after = words[place + 1] if place + 1 < len(words) else None
        if text[start + at : start + word.start].strip() or word.low in _STOPS:
            break
        if kept and word.low in DETERMINERS and kept[-1].low not in OF_PLACE | _OPENS:
            break
        if word.low in OF_PLACE and (not kept or after is None or not _goes_on(word, after)):
            break
        if kept and word.low in _TIMES:
            break
        kept.append(word)
        at = word.end
    while kept and kept[-1].low in OF_PLACE | DETERMINERS:
        kept.pop()
    found = _span(kept)
    return Thing(start + found.start, start + found.end) if found else None


def _goes_on(preposition: _Word, word: _Word) -> bool:
    if word.low in _TIMES or (word.text[0].isdigit() and preposition.low in ("at", "from", "in", "on")):
        return False
    return not (preposition.low == "at" and word.low == "all") and (
        word.low in DETERMINERS or word.is_name or word.low in PLAIN
    )


def _without_article(words: list[_Word], *, reaches_start: bool) -> Thing | None:
    if not words:
        return None
    if reaches_start and len(words) <= 6 and (len(words) > 1 or words[0].is_name or words[0].low in PLAIN):
        while words and words[0].low in OF_PLACE | _TIMES:
            words = words[1:]
        return _span(words)
    last = len(words)
    while last and (words[last - 1].is_name or words[last - 1].low in PLAIN):
        last -= 1
    return _span(words[last:])


def _span(words: list[_Word]) -> Thing | None:
    return Thing(words[0].start, words[-1].end) if words else None
