"""Since when it is so."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.drafts.facts.speech import Sentence
from calmdesk.drafts.facts.times import WHEN

Span = tuple[int, int]
_EVENT = (
    r"(?:update|upgrade|migration|move|change|changeover|switch|failover|restart|reboot|outage|patch|rollout|release|"
    r"installation|maintenance|power cut|reset|meeting|storm|weekend|holidays?|password change|office move|start|"
    r"beginning|relocation|renewal)"
)
_ABOUT = r"(?:about|around|at least|roughly|approximately)\s+"
_THEN = (
    rf"(?:{_ABOUT})?(?:{WHEN}|(?:the|my|our|that|last|this|your)\s+(?:[\w-]+\s+){{0,3}}?{_EVENT}\b(?:\s+(?:on|of|"
    rf"at)\s+{WHEN})?)"
)
# "since I moved desks": what came after is told as an event, not as a reason.
_HAPPENED = (
    r"(?:moved|changed|updated|upgraded|switched|installed|came back|joined|returned|reset|restarted|ended|started|got|"
    r"(?:was|were|got) (?:moved|updated|upgraded|migrated|changed|replaced|reset|installed|reimaged|switched|renamed))"
)
_REST_WORD = (
    r"(?:to|on|in|at|over|from|the|a|an|new|old|desks?|offices?|phones?|laptops?|floors?|buildings?|teams?|rooms?|last|"
    r"this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weekend|month|morning|yesterday|versions?|"
    r"windows|password|passwords|name|departments?|house|home)"
)
_PATTERNS = tuple(
    re2.compile(rf"(?i){pattern}")
    for pattern in (
        rf"\b(since\s+(?:[\w'-]+\s+){{1,4}}?{_HAPPENED}(?:\s+{_REST_WORD}\b){{0,6}})",
        rf"\b(since\s+{_THEN})",
        rf"\b(?:started|began|begun|happened first|first (?:saw|seen|noticed|happened))\s+(?:happening\s+)?"
        rf"((?:(?:at|on|around|about|from)\s+)?{WHEN}|(?:right |just |shortly )?(?:after|with)\s+{_THEN})",
        rf"\b(?:stopped|failed|crashed|broke|died|froze|dropped|went (?:down|offline|dead|black)|lost "
        rf"(?:[\w-]+\s+){{1,4}}?|"
        rf"aborted)\s*\b(?:working |responding |printing )?((?:at|on|around|about)\s+{WHEN}|yesterday\b(?: \w+ing| "
        rf"\w+noon)?|"
        rf"(?:this|last) (?:morning|afternoon|night|week))",
        r"\b(for (?:the )?(?:second|third|fourth|fifth|2nd|3rd|4th|5th) (?:day|week|month|time) (?:in a row|running))",
    )
)
_LASTING = re2.compile(
    r"(?i)(?:\b(?:been|had|not|no)|n't)\b[^,;:]*?\b(for (?:(?:the )?(?:last|past) )?(?:(?:about|around|nearly|almost|"
    r"over|more "
    r"than|at least) )?(?:\d+|an?|two|three|four|five|six|seven|eight|ten|several|many|half an?)(?: half)? (?:minutes?|"
    r"hours?|days?|weeks?|months?|years?))"
)
# Then it began to work again, or something else lasts: a wait, a person's time in the place.
_OTHER = re2.compile(
    r"(?i)\b(?:(?:day|days|weeks?|hours?|months?) since|back|works|working again|fixed|fine|ok|okay|solved|no "
    r"(?:more )?(?:disconnects?|problems?|issues?|drops?|"
    r"errors?)|i am here|i'm here|been here|been with|waiting|on hold|calling|employed|work(?:ing|ed)? here|"
    r"(?:haven't|hasn't|have not|has not) (?:touched|used|changed|heard|seen)|up since|awake|not urgent|need (?:it|"
    r"this)|"
    r"(?:never|no) (?:reply|answer|response)|heard nothing|nobody (?:has )?(?:called|answered|replied))\b"
)
_CORRECTED = re2.compile(
    rf"(?i)^[^\w]*(?:no|nope|sorry|actually|correction|i meant|i mean)[,:.\s]+(?:sorry,? )?(?:(?:it|that) (?:was|is|"
    rf"started|began) )?((?:on )?{WHEN})"
)


def since_in(sentence: Sentence, *, known: bool) -> Iterator[Span]:
    """Where it says since when; `known` is whether it was told before, so that "no, Tuesday" corrects it."""
    text = sentence.text
    if sentence.asks or _OTHER.search(text):
        return
    for pattern in (*_PATTERNS, _LASTING):
        for found in pattern.finditer(text):
            if sentence.is_told(found.start(1)):
                yield found.span(1)
                return
    corrected = _CORRECTED.search(text) if known else None
    if corrected:
        yield corrected.span(1)
