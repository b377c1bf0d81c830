"""By when it has to be done."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.drafts.facts.speech import Sentence
from calmdesk.drafts.facts.times import BARE_HOUR, WHEN

Span = tuple[int, int]
_OCCASION = (
    r"(?:meeting|call|presentation|talk|interview|exam|audit|flight|demo|review|webinar|training|hearing|appointment|"
    r"lecture|class|lesson|shift|deadline|court date|viva|defence)"
)
_AT = rf"(?:(?:at|on|by|in|until|till|before)\s+)?(?:{WHEN}|(?:in\s+)?\d+ (?:minutes?|hours?|days?))"
_NAMED = r"(?:the|my|our|his|her|their|an?)\s+(?:[\w-]+\s+){0,2}?"
_DUE = re2.compile(
    rf"(?i)\b((?:by|before|no later than|not later than|until)\s+(?:{WHEN}|{_NAMED}{_OCCASION}\b(?:\s+{_AT})?)|"
    rf"by {BARE_HOUR})"
)
_MUST = re2.compile(
    r"(?i)\b(?:has to|have to|had to|needs?|needed|got to|must|due|deadline|want|wants|required|would like|latest|"
    r"please|"
    r"can you|could you|would be good|good to have|has got to|supposed to|otherwise|or else)\b"
)
_CLAUSES = tuple(
    re2.compile(rf"(?i){pattern}")
    for pattern in (
        # "the pay run closes tonight", "the courier is at 3", "the first has to leave at 08:00"
        rf"((?:the|my|our)\s+(?:[\w-]+\s+){{1,6}}?(?:closes?|ends|expires?|runs out|starts|begins|leaves|goes|"
        rf"departs|is held|has to leave|has to go out|is due|are due)\s+{_AT})",
        rf"\b(on {WHEN}\s+the\s+(?:[\w-]+\s+){{1,3}}?(?:closes|ends|starts|begins|expires))\b",
        rf"((?:the|my|our)\s+(?:[\w-]+\s+){{1,3}}?(?:wants?|needs?|expects?) (?:it|them|this|that) (?:by\s+)?{WHEN})",
        rf"\b(?:i|we)(?:'ve| have|'ve got| have got)\s+((?:the|a|an|my|"
        rf"our)\s+(?:[\w-]+\s+){{0,2}}?{_OCCASION}\s+{_AT}(?:\s+at {BARE_HOUR})?)",
        rf"({WHEN}) (?:is|would be) (?:the (?:very )?(?:latest|last)|my deadline|our deadline|the deadline)",
        rf"\b(?:due|deadline is|deadline:)\s+((?:(?:at|on|by|in)\s+)?(?:{WHEN}|{BARE_HOUR} (?:minutes|hours)))",
        rf"\b((?:[a-z]+)(?:'s| is) at (?:{WHEN}|{BARE_HOUR}))",
        r"\b(lunch (?:starts|begins) in \d+)",
        rf"\b(?:set (?:that|this|it) up|done|solved|fixed|sorted|ready)\s+((?:by |before )?(?:today|tomorrow|this "
        rf"week|tonight|{WHEN}))",
    )
)
_JOINTS = (" and ", " but ", " so ", " because ")
_EMPTY = re2.compile(r"(?i)^(?:it|that|this|he|she|what|where|who|there)\b")
_PAST = re2.compile(r"(?i)\b(?:was|were|had|last|yesterday|ago|since)\b")


def deadline_in(sentence: Sentence) -> Iterator[Span]:
    """Where it says by when; of several the first."""
    text = sentence.text
    if _PAST.search(text) and not _MUST.search(text):
        return
    for pattern in _CLAUSES:
        found = pattern.search(text)
        if found and sentence.is_told(found.start(1)) and not _EMPTY.match(found[1]):
            if sentence.asks and not _MUST.search(text):
                continue
            yield _trimmed(text, *found.span(1))
            return
    found = _DUE.search(text)
    if found and _MUST.search(text) and sentence.is_told(found.start(1)):
        yield _trimmed(text, *found.span(1))


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without what stands before an "and": that is another clause."""
    start += max(text[start:end].rfind(joint) + len(joint) if joint in text[start:end] else 0 for joint in _JOINTS)
    return start, start + len(text[start:end].rstrip(" ,.;"))
