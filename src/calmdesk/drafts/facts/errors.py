"""What the screen says, word for word."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.drafts.facts.speech import Sentence

Span = tuple[int, int]
_SCREEN = (
    r"(?:it|he|she|screen|display|message|error|page|window|pop-?up|dialog|box|app|application|program|client|portal|"
    r"laptop|computer|printer|phone|browser|outlook|teams|windows|system|login|status)"
)
_PATTERNS = tuple(
    re2.compile(rf"(?i){pattern}")
    for pattern in (
        rf"\b{_SCREEN} (?:just |only |now |always |then )?(?:says?|said|reads|shows|keeps saying|tells me|gives "
        rf"me)[,:]?\s+"
        r"[\"“]([^\"”\n]{2,120})[\"”]",
        r"\b(?:error|message|warning)(?: message| code| text)?(?: is| was|:| says| "
        r"reads)?\s*[\"“]([^\"”\n]{2,120})[\"”]",
        r"[\"“]([^\"”\n]*\b(?:denied|error|failed|failure|invalid|expired|not found|not available|unable|cannot|"
        r"unauthori[sz]ed|forbidden|timed out|timeout|locked|refused|incorrect|wrong|missing|unavailable|exception)\b"
        r"[^\"”\n]*)[\"”]",
        r"\b((?:error|code|stop code|fault|http)(?: code| number)?:? (?:0x[0-9a-f]{4,}|[A-Z]{0,5}-?\d{2,6}))\b",
        r"\b((?-i:ORA-\d{4,5}|0x[0-9a-fA-F]{6,}|E-?\d{3,6}|ERR_[A-Z_]{4,}|[A-Z][A-Z_]{3,}_(?:ERROR|FAILED|DENIED)))\b",
        rf"\b{_SCREEN} (?:just |only |now |always |then )?(?:says?|said|reads|keeps saying)[,:]?\s+"
        r"((?:[\w'/:-]+ ?){1,7})(?:[,.;!?\n]|\s+(?:and|but|then|when|every|each|for)\b|\s*$)",
    )
)
# The screen is content, or somebody speaks.
_NO_ERROR = re2.compile(
    r"(?i)^(?:that|they|you|we|he|she|it (?:was|is|will)|i |so|yes|no|nothing|done|ok|okay|ready|complete|completed|"
    r"finished|connected|"
    r"online|success\w*|\d{1,2} [a-z]+ \d{4}|[\d .:%]+$|working|fine|hello|welcome|in the|on the|for the|to|please "
    r"wait)\b"
)
# Then "it says" is about what they were to read.
_IN_A_TEXT = re2.compile(r"(?i)\b(?:it (?:clearly )?says|announcement|manual|article|instructions|did you read)\b")
_AS_IT_SHOULD = re2.compile(
    r"(?i)^[^.;!?]{0,30}\b(?:which is (?:right|correct|fine)|as it (?:always|should)|is correct)\b"
)


def errors_in(sentence: Sentence) -> Iterator[Span]:
    """Where it gives the words on the screen; of several the first."""
    asked = sentence.moment.answers
    if asked is not None and _IN_A_TEXT.search(asked.text):
        return
    for pattern in _PATTERNS:
        found = pattern.search(sentence.screen)
        if found and sentence.is_told(found.start()) and not _NO_ERROR.match(found[1]):
            if _AS_IT_SHOULD.match(sentence.screen[found.end(1) :]):
                continue
            yield found.start(1), found.start(1) + len(found[1].rstrip(" .,!"))
            return
