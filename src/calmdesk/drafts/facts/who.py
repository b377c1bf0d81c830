"""Whom it affects."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.drafts.facts.speech import Sentence

Span = tuple[int, int]
_COUNT = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|"
    r"both|dozens of|hundreds of)"
)
_PEOPLE = (
    r"(?:people|persons|colleagues|users|employees|staff|agents|nurses|doctors|students|teachers|drivers|customers|"
    r"workers|operators)"
)
_PLACE = (
    r"(?: (?:in|on|at|from) (?:the |our |my )?(?:[\w.-]+)(?: (?:payable|office|team|department|floor|building|site|"
    r"store|hall|\d+|[A-Z]\b))?)?"
)
_HELD_UP = (
    r"(?:can't|cannot|can not|couldn't|are (?:blocked|stuck|affected|unable|waiting|locked|offline|sitting)|have "
    r"(?:no|the same)|"
    r"see the same|lost|is (?:affected|blocked|stuck)|has (?:no|the same)|don't|do not|get (?:the same|wrong|the "
    r"wrong))"
)
_PATTERNS = tuple(
    re2.compile(rf"(?i){pattern}")
    for pattern in (
        rf"\b((?:all|both)(?: (?:of us|{_COUNT} of us|of our team))(?: in [a-z]+(?: payable| receivable)?)?)\b",
        rf"\b({_COUNT} of us(?: in [a-z]+)?)\b",
        rf"\b((?:{_COUNT} )(?:of our )?{_PEOPLE}{_PLACE}) {_HELD_UP}",
        rf"\bfor (all (?:of our )?{_COUNT} {_PEOPLE}{_PLACE})",
        rf"\b((?:the|our|my) (?:whole|entire) (?:team|department|office|floor|building|site|class|group|company|"
        rf"store|shop|ward|school|branch)(?: in \w+)?) {_HELD_UP}",
        r"\baffect(?:s|ing|ed)? ((?:the|our|my) (?:whole|entire) \w+)\b",
        r"\b((?:everyone|everybody) (?:in|on|at) (?:the |our |my )?[\w.-]+(?: (?:office|team|department|floor|"
        r"building|site|store|\d+))?)\b",
        r"\b(?:it's|it is|that's|seems to be|affects|happens (?:to|for)) ((?:only|just) (?:me|us|my (?:laptop|"
        r"computer|account|pc)))\b",
        r"\b((?:me|myself) and (?:my |a |two |three |several )?(?:colleagues?|(?-i:[A-Z][a-z]+)))\b",
    )
)


def who_in(sentence: Sentence) -> Iterator[Span]:
    """Where it says whom it affects; of several the first."""
    if sentence.asks:
        return
    for pattern in _PATTERNS:
        found = pattern.search(sentence.text)
        if found and sentence.is_told(found.start(1)):
            yield found.span(1)
            return
