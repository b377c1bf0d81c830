"""What a reader of a draft would count as asked: each question that wants an answer, each demand, however long."""

from __future__ import annotations

from bisect import bisect_right

import re2

from calmdesk.moves import asked_in
from calmdesk.signals.moment import Moment

Span = tuple[int, int]
# "Shall I go ahead?", "Did I get that right?": they close a message, or check what was understood.
_CLOSES = re2.compile(
    r"(?i)^(?:(?:so|and|also|otherwise|or|then|please|finally|lastly|in short),?\s+)*(?:"
    r"(?:shall|should|may|might) (?:i|we)\b|(?:can|could) (?:i|we)\s+(?:\w+\s+)?(?:help|assist|do|support|close)\b|"
    r"(?:what|how) do you (?:think|feel|say)\b|"
    r"any(?:\s+(?:other|more|further))?\s+(?:thoughts?|ideas?|objections?|news|luck|comments?|questions?|feedback)\b|"
    r"anything (?:else|more)\b|thoughts\s*\?|do you agree\b|(?:makes?|making) sense\b|"
    r"(?:is|was|were|are|would|does|do|will) (?:that|this|it|these|they|either|any of (?:that|this|these))\s+"
    r"(?:\w+\s+)?(?:right|correct|helpful|useful|good|work|works|suit|help|do|be ok\w*|be fine|be good|possible)\b|"
    r"(?:did|do|have|am) i\s+(?:\w+\s+)?(?:get|got|understand|understood|read|see|right|correct|miss|missed)\b|"
    r"(?:isn|aren|wasn|don|doesn|didn|won|wouldn|haven|can)['’]?t\s+(?:it|that|this|you|we|they)\b|"
    r"is (?:everything|all)\b)"
)
# "Why? Because …", "The good news? …": the writer answers it.
_ANSWERED = re2.compile(
    r"(?i)^(?:because|yes|yep|no|nope|well|simple|simply|sure|of course|certainly|nothing|nobody|not)\b"
)
# Between two entries of a list that a demand leads to.
_NEXT_ENTRY = re2.compile(r"^[\s.;,:]*(?:[-*•+]|\(?\d{1,2}\s?[-.)])\s+$")
_SENTENCE_ENDS = re2.compile(r"[.?!\n]")
_MARKS = ("?", "？")


def asks_in(moment: Moment) -> tuple[Span, ...]:
    """The span of each question and of each demand, in order: "please send the log and the version" is one."""
    found: list[Span] = []
    for start, end in asked_in(moment):
        if found and _one_demand(moment.text, found[-1], (start, end)):
            found[-1] = (found[-1][0], end)
        elif not _wants_no_answer(moment.text[start:end], _sentence_after(moment, start)):
            found.append((start, end))
    return tuple(found)


def _one_demand(text: str, before: Span, now: Span) -> bool:
    """Whether two things are asked for in one breath, or are entries of one list."""
    between = text[before[1] : now[0]]
    if _is_question(text, before) or _is_question(text, now):
        return False
    return bool(_NEXT_ENTRY.search(between)) or not _SENTENCE_ENDS.search(between)


def _is_question(text: str, span: Span) -> bool:
    """An entry of a list comes without its mark."""
    return text[span[0] : span[1]].endswith(_MARKS) or text[span[1] :].startswith(_MARKS)


def _wants_no_answer(asked: str, after: str) -> bool:
    return bool(_CLOSES.search(asked)) or (asked.endswith(_MARKS) and bool(_ANSWERED.search(after)))


def _sentence_after(moment: Moment, place: int) -> str:
    after = bisect_right(moment.sentences, (place, len(moment.text)))
    return moment.text[slice(*moment.sentences[after])] if after < len(moment.sentences) else ""
