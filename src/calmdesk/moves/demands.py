"""The things that a sentence tells the person to send or to tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import re2

_POLITE = r"(?:please|pls|kindly|(?:can|could|would|will) you|need you to|would you mind|do you mind|mind)"
_ALSO = r"(?:(?:please|kindly|also|just|maybe|then|first|be able to)\s+)*"
_TELL = (
    r"(?:send(?:ing)?|provid(?:e|ing)|shar(?:e|ing)|attach(?:ing)?|suppl(?:y|ying)|giv(?:e|ing)|tell(?:ing)?|"
    r"confirm(?:ing)?|post(?:ing)?|includ(?:e|ing)|specify(?:ing)?|stat(?:e|ing)|forward(?:ing)?|upload(?:ing)?|"
    r"past(?:e|ing)|describ(?:e|ing)|list(?:ing)?|nam(?:e|ing)|clarify(?:ing)?|advi[sc]e|suggest|"
    r"let(?:ting)? (?:me|us) know)"
)
# "please send the log", "send us the log", "share a screenshot", "we need the version": what comes next is asked for.
_DEMANDS = tuple(
    re2.compile(f"(?i){pattern}")
    for pattern in (
        rf"\b{_POLITE}\s+{_ALSO}{_TELL}\b",
        rf"(?:^|[,;:–—-]\s+|\band\s+){_ALSO}"
        r"(?:(?:send|share|provide|attach|post|tell|give)\s+(?:me|us)|let (?:me|us) know)\b",
        r"^(?:send|share|provide|attach|upload|paste)\s+(?:over\s+)?(?:the|an?|your|any|more)\b",
        r"\b(?:can|could|may|might)\s+(?:i|we|they)\s+(?:please\s+|also\s+)*"
        r"(?:have|get|know|see|ask(?: you)?(?: for)?)\b",
        r"\b(?:i|we)(?:'ll|’ll|\s+will|\s+would|\s+also|\s+still|\s+do|\s+just)*\s+need(?:\s+to\s+(?:know|see|have))?"
        r"\s+(?:the|your|an?|which|what|more|some)\b",
    )
)
# What the demand is about begins with these words, not after them.
_OBJECT = re2.compile(r"(?i)\b(?:over\s+)?(?:the|an?|your|any|more|which|what|some)$")
_TO_WHOM = re2.compile(
    r"(?i)^\s*(?:(?:to|over|back)\s+)?(?:(?:me|us)\b)?(?:\s*\b(?:with|of|about|on|that)\b)?"
    r"(?:\s*\b(?:the\s+)?(?:below|following)\b)?[\s:]*"
)
# "Let me know if you need anything" asks for nothing; neither does "a moment".
_NOT_ASKED = re2.compile(
    r"(?i)^(?:(?:if|whether|when|in case|once|as soon as|should)\s+"
    r"(?:it|that|this|these|you|there|anything|any|we|i)\b|"
    r"how\s+(?:it|that|this|you|things)\s+(?:go|goes|get|gets|went|works?|turns?)\b|"
    r"(?:an?|some|more|some more)\s+"
    r"(?:moment|minute|second|bit|little|few|while|couple|day|days|hand|break|chance|try|go)\b|"
    r"(?:some |more )+time\b|[,.;!)]|what you think\b|"
    r"(?:your|the)\s+(?:\w+\s+)?(?:patience|understanding|help|support|feedback|attention|thoughts)\b|"
    r"(?:it|them|him|her|this|that)\s*$)"
)
_STILL_ASKED = re2.compile(
    r"(?i)^(?:if|whether)\s+(?:you\s+(?:still|see|are still|can still|also)|(?:it|this|that)\s+still)\b"
)
# The list of things ends where the reason or the next clause begins.
_TAIL_ENDS = re2.compile(
    r"(?i)(?:,?\s+(?:so(?: that)?|and|then|so then|because|since|as)\s+(?:we|i|they|it)(?:'|’|\s)|\s+so\s+that\b|"
    r"\s+in order\b|\s+for (?:us|me) to\b|\s+to (?:help|further|enable|allow|assist|check|investigate|proceed|find|"
    r"look|see|test|reproduce|locate|trace)\b|"
    r",?\s+(?:and\s+)?then\b|,?\s+and\s+(?:please|let|keep|get|try|check|confirm|update|retry|test|see|make|wait|press|"
    r"click|open|restart|connect|note)\b|[,;]?\s+(?:thanks|thank you|regards|best regards|cheers)\b|\s+[–—]\s+|\()"
)
_AND = re2.compile(
    r"(?i),\s*(?:(?:and|or|plus|as well as|along with)\s+)?|\s+(?:and|plus|as well as|along with)\s+|\s*;\s*"
)
_CLAUSE = re2.compile(r"(?i)^(?:which|what|how|if|whether|when|where|why|who)\b")
_INNER_CLAUSE = re2.compile(
    r"(?i)\S\s+(?:(?:of|about|on|with|for)\s+(?:what|how|which|where|when|whether)|between|both)\b"
)
_CONFIRM = re2.compile(r"(?i)\bconfirm(?:ing)?$")
_NEW_THING = re2.compile(r"(?i)^(?:which|what|how|if|whether|when|where|why|who|the|your|any|an?|its|all)\b")
_ENTRY = re2.compile(r"(?m)(?:^[ \t]*[-*•][ \t]+|(?:^|[\s:])\(?\d{1,2}\s?[-.)]\s+)([^\s])")
_LEADS_TO_A_LIST = re2.compile(r"(?i)(?:^|:|\b(?:below|following|these|details|information|things))[\s:.]*$")
_LONGEST_LIST = 1_200
_LETTER = re2.compile(r"\pL")


class Place(NamedTuple):
    start: int
    end: int


class Demand(NamedTuple):
    """The things that are demanded; `listed_to` is where the list ends that the sentence leads to, or 0."""

    things: list[Place]
    listed_to: int = 0


def demanded(text: str, start: int, end: int) -> Demand:
    """What the sentence from `start` to `end` demands: "please send the log, the version and the time" is three."""
    sentence = text[start:end]
    for pattern in _DEMANDS:
        found = pattern.search(sentence)
        if found is None:
            continue
        head = _OBJECT.search(found[0])
        at = start + found.start() + (head.start() if head else len(found[0]))
        listed = _list_after(text, at)
        if listed:
            return Demand(listed, listed[-1].end)
        whom = _TO_WHOM.search(text[at:end])
        at += whom.end() if whom else 0
        things = list(_things(text, at, end, confirms=_CONFIRM.search(found[0]) is not None))
        if things:
            return Demand(things)
    return Demand([])


def _list_after(text: str, at: int) -> list[Place]:
    """The numbered or bulleted entries that a demand leads to, two or more."""
    paragraph = text.find("\n\n", at)
    stop = min(len(text) if paragraph < 0 else paragraph, at + _LONGEST_LIST)
    entries = list(_ENTRY.finditer(text[at:stop]))
    if len(entries) < 2 or not _LEADS_TO_A_LIST.search(text[at : at + entries[0].start()]):
        return []
    edges = [at + entry.start(1) for entry in entries]
    ends = [at + entry.start() for entry in entries[1:]] + [_line_end(text, edges[-1], stop)]
    return [_trimmed(text, first, last) for first, last in zip(edges, ends, strict=True)]


def _line_end(text: str, at: int, stop: int) -> int:
    line = text.find("\n", at, stop)
    return stop if line < 0 else line


def _things(text: str, at: int, end: int, *, confirms: bool) -> Iterator[Place]:
    tail = text[at:end]
    if _NOT_ASKED.search(tail) and not _STILL_ASKED.search(tail):
        return
    stop = _TAIL_ENDS.search(tail)
    if stop:
        end = at + stop.start()
        tail = text[at:end]
    clause = confirms or _CLAUSE.search(tail) is not None
    first = 0
    for mark in _AND.finditer(tail):
        rest = tail[mark.end() :]
        if clause and not _NEW_THING.search(rest):
            continue
        if _INNER_CLAUSE.search(tail[first : mark.start()]) and not _CLAUSE.search(rest):
            continue
        yield from _with_letters(text, at + first, at + mark.start())
        first = mark.end()
    yield from _with_letters(text, at + first, end)


def _with_letters(text: str, start: int, end: int) -> Iterator[Place]:
    if _LETTER.search(text[start:end]):
        yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Place:
    """Without the space and punctuation around it."""
    while start < end and text[start] in " \t\n\r,:;-–—":
        start += 1
    while end > start and text[end - 1] in " \t\n\r,:;-–—.!?":
        end -= 1
    return Place(start, end)
