"""What they did about it already."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.drafts.facts.speech import Sentence

Span = tuple[int, int]
# Past and participle of these are one word, so that "you have" fits before them.
_DID = (
    r"(?:restarted|rebooted|tried|reset|reinstalled|uninstalled|cleared|checked|unplugged|replugged|swapped|replaced|"
    r"updated|turned (?:it|everything|the \w+)|switched (?:it|everything|the \w+)|logged (?:out|off)|signed (?:out|"
    r"off)|"
    r"cleaned|compared|tested|disconnected|reconnected|power[- ]cycled|verified|retried|repaired|contacted)"
)
_HELPING = r"(?:(?:'ve|have|had|did|also|already|even|just|then|again)\s+)*"
_REST = r"(?:\s+(?:[\w'.-]+)){0,8}?"
_END = (
    r"(?:[,.;!?)\n]|\s+(?:and|but|because|since|so|which|who|that|with no|to no|without|yet|no change|still|"
    r"yesterday|today|this morning|last night|on \w+day)\b|\s*$)"
)
_PATTERNS = tuple(
    re2.compile(rf"(?i){pattern}{_END}")
    for pattern in (
        rf"\b(?:i|we)\s*{_HELPING}({_DID}{_REST})",
        rf"^[\W]*(?:(?:yes|yep|ok|okay|done|no|well|already)[,.!]*\s+)?(?:i\s+|already\s+)?({_DID}{_REST})",
    )
)
_NOT_DONE = re2.compile(
    r"(?i)\b(?:if|should|shall|would|could|can|may|when|whenever|until|before|once|unless|not|never|n't)\s+(?:i|"
    r"we)?\s*(?:have|just|also)?\s*$"
)
_NO_REMEDY = re2.compile(
    r"(?i)^tried to\b|^compared to\b|^tested it|^tried it|^updated one|^(?:tried(?: it| that| this)?|checked|updated|"
    r"tested|compared|cleaned|cleared|replaced)\.?$|^checked (?:\d|one|two|three|four|five|\w+ departments)|"
    r"^(?:updated|checked|tested) (?:my|the|our) (?:ticket|calendar|mail|email|colleagues?)\b|^updated, "
)


def tried_in(sentence: Sentence) -> Iterator[Span]:
    """Where it says what they tried; of several the first."""
    text = sentence.text
    if sentence.asks:
        return
    for pattern in _PATTERNS:
        found = pattern.search(text)
        if not found or _NO_REMEDY.match(found[1]) or _NOT_DONE.search(text[: found.start(1)]):
            continue
        if _NOT_DONE.search(text[: found.start()] + " "):
            continue
        if sentence.is_told(found.start(1)):
            yield found.start(1), found.start(1) + len(found[1].rstrip(" ."))
            return
