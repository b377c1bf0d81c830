"""Where it happens."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.drafts.facts.speech import Sentence

Span = tuple[int, int]
_PATTERNS = tuple(
    re2.compile(pattern)
    for pattern in (
        r"(?i)\b((?:room|floor|desk|building|hall|store|gate|bay|counter|ward|lab|workshop|branch|site) "
        r"(?:no\.? ?|number )?(?-i:[A-Z]?\d[\w.-]*\b|[A-Z]\b))",
        r"(?i)\b(?:i'm|i am|we're|we are|sitting|sit|working|it's|it is|is|here|stands|standing) (?:now |currently |"
        r"usually )?"
        r"((?:in|at|on|from) (?:the )?(?:office|home|(?:first|second|third|fourth|fifth|ground|top) floor|reception|"
        r"warehouse|canteen|basement|lobby|meeting room(?: [A-Z0-9]\w*)?))\b",
        r"(?i)\b(working from home)\b",
        r"\b(?:from|in|at) (the (?-i:[A-Z][\w-]+) (?:office|site|branch|plant|building|warehouse|store))\b",
    )
)
_ANSWERS = re2.compile(r"(?i)^[\W]*((?:in |at |from )?(?:the )?(?:office|home))[.,! ]*$")
_PLACE_ASKED = re2.compile(r"(?i)\b(?:where|in the office|at home|which (?:room|floor|desk|building|office|site))\b")
# A place that somebody moves to, or wants something for, is not where it happens.
_NOT_HERE = re2.compile(
    r"(?i)\b(?:badge for|key for|access to|moving to|move to|going to|upstairs|laughing|used to|instead of)\b[^,.;]*$"
)


def where_in(sentence: Sentence) -> Iterator[Span]:
    """Where it says the place; of several the first."""
    text = sentence.text
    if sentence.asks:
        return
    for pattern in _PATTERNS:
        found = pattern.search(text)
        if found and sentence.is_told(found.start(1)) and not _NOT_HERE.search(text[: found.start(1)]):
            yield found.start(1), found.start(1) + len(found[1].rstrip(".-"))
            return
    asked = sentence.moment.answers
    answered = _ANSWERS.match(text) if asked is not None and _PLACE_ASKED.search(asked.text) else None
    if answered:
        yield answered.span(1)
