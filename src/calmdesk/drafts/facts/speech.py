"""A message as sentences of the person's own speech, with what says how far each may be believed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import re2

from calmdesk.conversation import Channel
from calmdesk.signals import Moment
from calmdesk.signals.zones import ZoneKind

_CORRECTS = re2.compile(
    r"(?i)^[\"“\s]*(?:no|nope|sorry|actually|correction|rather|wrong|i meant|i mean|to correct|that(?:'s| is| was) "
    r"(?:wrong|not right)|my mistake|not|it(?:'s| is| was) not|it (?:isn't|wasn't))\b"
)
# What follows did not happen, or somebody else says so.
_SUPPOSED = re2.compile(
    r"(?i)\b(?:if|unless|whether|in case|suppose|imagine|as though|as if|(?:they|you|he|she|who|somebody|someone|"
    r"vendor|"
    r"colleague|agent|support|desk|team|people) (?:say|says|said|told|claims?|claimed|wrote|promised|think|thinks|"
    r"asked|"
    r"asks)|\w+ (?:say|says|said) that)\b[^.;]*$"
)
_WHENEVER = re2.compile(r"(?i)\b(?:when|whenever|every time)\b[^,.;]*$")
_NEGATED = re2.compile(r"(?i)(?:\b(?:not|never|no longer|neither|nor|hardly)|n't)\s+(?:[a-z]+\s+)?$")


class Sentence(NamedTuple):
    """
    `text` is as long as what was received, with zones blanked and straight apostrophes.

    `screen` is the same with what stands in quotation marks. `asks` it ends with a question mark, `corrects` it or the
    one before begins as a correction does.
    """

    moment: Moment
    start: int
    text: str
    screen: str
    asks: bool
    corrects: bool

    def is_told(self, place: int) -> bool:
        """Whether what begins at this place of the sentence is told as a fact: not supposed, denied or hearsay."""
        before = self.text[:place]
        return not _SUPPOSED.search(before) and not _WHENEVER.search(before) and not _NEGATED.search(before)


def told_in(moment: Moment) -> Iterator[Sentence]:
    """Each sentence of one message in turn."""
    speech = _speech(moment, quotes=moment.channel is Channel.IN_PERSON)
    screen = _speech(moment, quotes=True)
    corrected = False
    for start, end in moment.sentences:
        text = speech[start:end]
        corrects = bool(_CORRECTS.search(text))
        yield Sentence(
            moment, start, text, screen[start:end], text.rstrip("\"' )").endswith("?"), corrects or corrected
        )
        corrected = corrects and len(text.split()) <= 4


def _speech(moment: Moment, *, quotes: bool) -> str:
    """The message with everything blanked that is not speech; at the counter, speech stands in quotation marks."""
    text = moment.text.replace("’", "'")
    for zone in moment.zones:
        if not (quotes and zone.kind is ZoneKind.IN_QUOTES):
            piece = text[zone.start : zone.end]
            text = text[: zone.start] + "\n".join("\x00" * len(line) for line in piece.split("\n")) + text[zone.end :]
    return text
