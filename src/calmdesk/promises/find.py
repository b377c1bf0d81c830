"""Finds the commitments in what somebody at the desk wrote or said, with the time words that belong to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from calmdesk.promises.matter import same_matter
from calmdesk.promises.opening import Opening
from calmdesk.promises.openings import openings_in
from calmdesk.promises.spaced import pattern
from calmdesk.promises.speech import Sentence, Speech, speech_of
from calmdesk.promises.things import CONTACTS, ON_THE_WAY, Thing, thing_of
from calmdesk.promises.time_of import time_of
from calmdesk.promises.time_values import TimeWords
from calmdesk.promises.time_words import times_in
from calmdesk.promises.unbound import is_unbound

# Where no time ends a quote, it goes to the end of the clause, but not on and on.
_QUOTED_MOST = 80


class Commitment(NamedTuple):
    """`start`/`end` are code points of the text as received; `time` is None where no time was named."""

    start: int
    end: int
    what: str
    estimate: bool
    time: TimeWords | None


def find(text: str) -> tuple[Commitment, ...]:
    """
    The commitments in one message of the desk, in order of place; who wrote it is for the caller to know.

    A commitment is what its writer can be held to: "I will", "our engineer will call you", "expect an update". Words
    that only estimate ("should", "hope to") count where they name a time, and are marked. Questions, offers that wait
    for an answer, conditions, refusals, what is past, and words that are quoted do not count.
    """
    speech = speech_of(text)
    found = [commitment for sentence in speech.sentences for commitment in _in_sentence(sentence, speech)]
    return tuple(_once(found, text))


def _in_sentence(sentence: Sentence, speech: Speech) -> Iterator[Commitment]:
    if sentence.asks:
        return
    text = sentence.text
    openings = [opening for opening in openings_in(text) if not is_unbound(text, opening)]
    times = times_in(text) if openings else ()
    told = 0
    for place, opening in enumerate(openings):
        following = openings[place + 1] if place + 1 < len(openings) else None
        limit = following.start if following else len(text)
        clause = _clause_end(text, opening.end, limit)
        thing, verb = _last_thing(text, opening, clause, times)
        free = [time for time in times if time.start >= told]
        time = time_of(text, opening, thing, free, limit, verb=verb)
        if _only_leads_to(text, thing, time, opening, following):
            continue
        if opening.needs_time and (time is None or (time.vague and opening.estimate)):
            continue
        start = max(told, min(opening.start, time.start) if time else opening.start)
        end = time.end if time and time.end > opening.end else _quote_end(text, opening, clause)
        if time and time.vague and text[time.end :].startswith(" as "):
            end = _quote_end(text, opening, clause)  # "as soon as it is back"
        if start >= end:
            continue
        told = end
        first, last = speech.back(sentence.start + start, sentence.start + end)
        yield Commitment(first, last, thing.what, opening.estimate, time)


def _quote_end(text: str, opening: Opening, clause: int) -> int:
    commas = _patterns()["comma"].finditer(text[:clause], opening.end)
    clause = next((comma.start() for comma in commas if not comma["goes_on"]), clause)
    if clause <= opening.end + _QUOTED_MOST:
        return max(opening.end, clause)
    return max(opening.end, text.rfind(" ", opening.end, opening.end + _QUOTED_MOST))


def _last_thing(text: str, opening: Opening, clause: int, times: Sequence[TimeWords]) -> tuple[Thing, int]:
    """What the requester will notice, and where its words end: looking into it and calling back is a call."""
    thing, verb = opening.thing, opening.end
    timed = min((time.start for time in times if time.end > opening.end), default=len(text))
    for found in _patterns()["and"].finditer(text[:clause], opening.end):
        following = thing_of(text[found.end() : clause])
        if following is None:
            continue
        if thing.what in ON_THE_WAY:
            thing, verb = following, found.end()
        elif thing.what not in CONTACTS and following.what in CONTACTS and found.start() < timed:
            # "Fix it by 5 and let you know": the time is the repair's.
            thing, verb = following, found.end()
    return thing, verb


def _clause_end(text: str, start: int, limit: int) -> int:
    found = _patterns()["clause"].search(text[:limit], start)
    end = found.start() if found else limit
    return len(text[:end].rstrip(" .,!;:-"))


def _only_leads_to(
    text: str, thing: Thing, time: TimeWords | None, opening: Opening, following: Opening | None
) -> bool:
    """Whether it only leads to the next one: "I'll look into it and I'll let you know" is one promise."""
    if following is None or time is not None or thing.what not in ON_THE_WAY:
        return False
    return following.thing.what not in ON_THE_WAY and bool(
        _patterns()["joined"].search(text[opening.end : following.start])
    )


def _once(found: Sequence[Commitment], text: str) -> Iterator[Commitment]:
    """Said twice in one message is promised once, in the words that name the time."""
    kept: list[Commitment] = []
    for commitment in found:
        same = next((place for place, other in enumerate(kept) if _same(other, commitment, text)), None)
        if same is None:
            kept.append(commitment)
        elif _bare(kept[same]) and not _bare(commitment):
            kept[same] = commitment
    yield from sorted(kept, key=lambda commitment: commitment.start)


def _same(one: Commitment, other: Commitment, text: str) -> bool:
    news = {one.what, other.what} <= CONTACTS
    if not news and (
        one.what != other.what or not same_matter(*(text[each.start : each.end] for each in (one, other)))
    ):
        return False
    return _bare(one) or _bare(other) or _said(one) == _said(other)


def _bare(commitment: Commitment) -> bool:
    return commitment.time is None or commitment.time.vague


def _said(commitment: Commitment) -> TimeWords | None:
    return commitment.time._replace(start=0, end=0) if commitment.time else None


@cache
def _patterns() -> dict[str, Any]:
    return {
        "and": pattern(r"(?:,? and|,? then|,? before)(?: (?:also|then|will|i'll|i will|we'll|we will|to|either))* "),
        "comma": pattern(r",(?P<goes_on> (?:and|then) )?"),
        "clause": pattern(
            r"[;:(]|, (?:so|but|because|as|while|which|and (?:i|we|you|the|it|they|that|this|please))\b"
            r"|,? (?:but|because|so that|so you|so we|while|although|though|unless|in the meantime|meanwhile"
            r"|in case)\b| - |,? and (?:i|we|you|the|it|they|that|this|please|if)\b"
            r"|, (?:please|thanks|thank|sorry|however)\b| (?:with )?(?:best |kind |warm |many )?(?:regards|thanks"
            r"|thank you|cheers)\b"
        ),
        "joined": pattern(r"^[^;:]*\band ?(?:then )?$"),
    }
