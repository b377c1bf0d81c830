"""What a message asks for: its questions, and the things it tells the person to send."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.signals.moment import Moment
from calmdesk.signals.zones import touches

# "please send the log, the version and the time": each thing asked for is one more question.
_DEMAND = re2.compile(
    r"(?i)\b(?:please|pls|kindly|could you|can you|i(?:'ll| will)? need|we(?:'ll| will)? need|need you to) (?:also )?"
    r"(?:send|provide|share|attach|supply|give|tell|confirm|post|include|specify|state|forward)\b([^.!?\n]{0,200})"
)
_NEED = re2.compile(r"(?i)\b(?:i|we)(?:'ll| will)? need (?:to know )?((?:the|your|an?|which|what)\b[^.!?\n]{3,200})")
_AND = re2.compile(r",\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+|\s*;\s*")
# Asked for form's sake: nothing has to be answered.
_COURTESY = re2.compile(
    r"(?i)^(?:how are you|hope you|does that (?:help|make sense|work)|is that (?:ok|okay|alright|all right|fine)|"
    r"(?:is there )?anything else|(?:ok|okay|right|alright|deal|sound good|sounds good|does that sound))\b"
)
_LETTER = re2.compile(r"[A-Za-z]")


def asked_in(moment: Moment) -> tuple[tuple[int, int], ...]:
    """The span of each thing asked for, in order; a question put for form's sake asks for nothing."""
    return tuple(sorted({*_questions(moment), *_demands(moment)}))


def _questions(moment: Moment) -> Iterator[tuple[int, int]]:
    for start, end in moment.sentences:
        sentence = moment.text[start:end]
        if "?" not in sentence[-4:] or not _LETTER.search(sentence) or touches(moment.zones, start, end):
            continue
        if not _COURTESY.search(sentence):
            yield start, end


def _demands(moment: Moment) -> Iterator[tuple[int, int]]:
    for start, end in moment.sentences:
        sentence = moment.text[start:end]
        if "?" in sentence[-4:]:
            continue
        for found in (_DEMAND.search(sentence), _NEED.search(sentence)):
            if found is None:
                continue
            at = start + found.start(1)
            for thing in _things(found[1]):
                if not touches(moment.zones, at + thing[0], at + thing[1]):
                    yield at + thing[0], at + thing[1]
            break


def _things(listed: str) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in _AND.finditer(listed):
        yield from _trimmed(listed, at, mark.start())
        at = mark.end()
    yield from _trimmed(listed, at, len(listed))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    inner = piece.strip(" ,:;-")
    if _LETTER.search(inner):
        first = start + piece.find(inner)
        yield first, first + len(inner)
