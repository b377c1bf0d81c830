"""What the writer says for others or of things: our engineer will call you, it will be fixed by five."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from calmdesk.promises.opening import ADVERBS, Opening
from calmdesk.promises.spaced import pattern, start_of
from calmdesk.promises.things import Thing, finished, thing_of

# Only what is done for the requester; what others do among themselves is their schedule.
_FOR_YOU = (
    r"(?:(?:call|ring|phone|contact|update|email|mail|message|text|visit|inform|notify|reach out to|get back to"
    r"|come back to|get in touch with|be in touch with|be with|come to|speak to|talk to|answer|reply to|write to"
    r"|come and see|help|assist|give) you\b|be in touch\b|reach out\b|get in touch\b|get back\b|let you know\b"
    r"|call back\b|ring back\b|(?:come|stop|drop) (?:by|over|round|out|down|up)\b"
    r"|be (?:there|on site|onsite|at your)\b|(?:pick up|collect|replace|fix|deliver|install|repair|bring|swap"
    r"|look at|look into|take a look|check) ?(?:it|this|that|your|the|a|into)?\b)"
)
_PEOPLE = (
    r"\b(?:he|she|they|engineers?|technicians?|colleagues?|teams?|someone|somebody|manager|specialists?|agents?"
    r"|supervisor|lead|expert|admins?|administrator|analyst|developers?|courier|person|guys|folks|operator"
    r"|support)\b"
)
# "The system will notify you" is how a machine works.
_NO_PEOPLE = frozenset(
    "it this that you i we system app application tool window page wizard software site website browser server service "
    "script who what which there process job vendor bot update prompt screen message email link".split()
)
_ASKING = ("who", "what", "when", "why", "how", "where")
_SUBJECT_MOST = 9


def third_person(text: str) -> Iterator[Opening]:
    """Openings whose subject is somebody or something else."""
    for found in _patterns()["will"].finditer(text):
        start = _subject_start(text, found.start())
        words = text[start : found.start()].split()
        if not words or len(words) > _SUBJECT_MOST or words[0] in _ASKING:
            continue
        thing = _somebody(text, found, words) if found["for_you"] else _something(text, found, words)
        if thing is not None:
            known = bool(found["for_you"]) and bool(_patterns()["people"].search(" ".join(words)))
            estimate = found["modal"] == "should" or bool(found["loose"])
            yield Opening(start, found.end(), thing, estimate, needs_time=not known or estimate)
    for found in _patterns()["expected"].finditer(text):
        made = finished(text[start_of(found, "done") :])
        if made is not None:
            yield Opening(found.start(), found.end(), Thing(made, 0), estimate=True, needs_time=True)


def _somebody(text: str, found: Any, subject: list[str]) -> Thing | None:
    if subject[-1] in _NO_PEOPLE or _patterns()["elsewhere"].match(text[found.end() :]):
        return None
    return thing_of(text[start_of(found, "for_you") :]) or Thing("visit", 0)


def _something(text: str, found: Any, subject: list[str]) -> Thing | None:
    made = finished(text[start_of(found, "done") :])
    return Thing(made, 0) if made is not None and subject[-1] not in ("i", "we") else None


def _subject_start(text: str, verb: int) -> int:
    """After the last word that joins clauses."""
    return max((found.end() for found in _patterns()["joint"].finditer(text[:verb])), default=0)


@cache
def _patterns() -> dict[str, Any]:
    return {
        "will": pattern(
            rf"(?P<modal>'ll|\bwill|\bis going to|\bare going to|\bshould) {ADVERBS}(?:(?P<for_you>{_FOR_YOU})"
            r"|(?:be|have been|get) (?:all |fully |completely )?(?P<done>[a-z]+))"
        ),
        "expected": pattern(r"\b(?:is|are) (?:expected|due|scheduled|planned) to be (?P<done>[a-z]+)"),
        "elsewhere": pattern(r"^ (?:to|with) (?:us|me|them|him|her|the|our|my|their)\b"),
        "people": pattern(_PEOPLE),
        "joint": pattern(r"(?:[,;:(#]|\b(?:and|but|so|then|because|that|ok|okay|or)\b)\s*"),
    }
