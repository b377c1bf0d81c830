"""What the writer takes on: I'll call you, will check, we hope to have it fixed, let me get back to you."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from calmdesk.promises.opening import ADVERBS, Opening
from calmdesk.promises.spaced import pattern, start_of
from calmdesk.promises.things import CONTACTS, Thing, any_verb, thing_of

_SURE = r"(?:'ll|'l| ll| will| shall| promise(?: you)? to| commit to|(?:'m| am|'re| are) (?:going to|gonna)| gonna)"
_HOPED = (
    r"(?: should(?: be able to)?| (?:aim|hope|expect|plan|intend|try|want) to"
    r"|(?:'m| am|'re| are) (?:hoping|aiming|planning|trying|expecting) to)"
)
# What may stand before a sentence that leaves "I" out: "ok, will check".
_BEFORE = (
    r"(?:(?:ok|okay|sure|thanks|thank you|thx|right|yes|yep|yeah|great|noted|alright|perfect|understood|got it"
    r"|of course|greetings|kindly|as (?:we )?(?:agreed|discussed)|no problem|no worries|hi|hello|hey|cool"
    r"|absolutely|certainly|so|and|then|@[a-z0-9_.-]+)[,.!:-]* )*"
)


def first_person(text: str) -> Iterator[Opening]:
    """Openings in the first person, and the short forms that leave it out."""
    yield from _will(text)
    yield from _let_me(text)
    yield from _doing(text)
    yield from _short(text)


def _will(text: str) -> Iterator[Opening]:
    for found in _patterns()["will"].finditer(text):
        start = start_of(found, "bare") if found["bare"] else found.start()
        hoped, rest = found["hoped"] or "", text[found.end() :]
        thing = thing_of(rest)
        named = thing or any_verb(rest)
        if named is None or (found["bare"] and thing is None):
            continue
        # "We should check the router" is advice; only a finished thing is an estimate ("should have it fixed").
        if hoped.startswith(" should") and not rest.startswith(("have ", "get ", "be ")):
            continue
        estimate = bool(hoped or found["loose"])
        yield Opening(start, found.end() + named.end, named, estimate, needs_time=thing is None or estimate)


def _let_me(text: str) -> Iterator[Opening]:
    for found in _patterns()["let me"].finditer(text):
        thing = thing_of(text[found.end() :])
        if thing is not None and thing.what in CONTACTS:
            yield Opening(found.start(), found.end() + thing.end, thing, estimate=False, needs_time=False)


def _doing(text: str) -> Iterator[Opening]:
    """What is done now, unless a time follows: "I'm calling you at 3"."""
    for found in _patterns()["doing"].finditer(text):
        verb = start_of(found, "verb")
        thing = thing_of(text[verb:])
        if thing is not None:
            yield Opening(found.start(), verb + thing.end, thing, estimate=False, needs_time=True)


def _short(text: str) -> Iterator[Opening]:
    for found in _patterns()["short"].finditer(text):
        thing = Thing("call" if found["call"] else "update", 0)
        end = found.start() if found["give"] else found.end()
        yield Opening(found.start(), end, thing, estimate=False, needs_time=True)


@cache
def _patterns() -> dict[str, Any]:
    return {
        "will": pattern(
            rf"(?:\b(?:i|we){_SURE}|\bill|\b(?:i|we)(?P<hoped>{_HOPED})"
            rf"|(?:^{_BEFORE}|\b(?:and|but|then|,) )(?P<bare>will|gonna|going to)) {ADVERBS}"
        ),
        "let me": pattern(
            r"\b(?:let me|let us|allow me to|permit me to) (?:just |quickly |go and "
            r"|check (?:on )?(?:it |this |that )?and )*"
        ),
        "doing": pattern(r"\b(?:i'm|i am|we're|we are|i'll be|im) (?:also |now |just )?(?P<verb>[a-z-]+ing)\b"),
        "short": pattern(
            r"(?P<give>\b(?:give me|give us|gimme|allow me|allow us) (?:just |about |another |like |maybe )*(?:\d"
            r"|a couple|ten|five|fifteen|twenty|thirty|half|an hour|one hour|two))"
            r"|(?P<call>^(?:\w+,? )?(?:call|calling|ring|ringing|speak to|talk to|phone) you\b)"
            r"|^(?:\w+,? )?(?:get |getting )?back (?:to you|in \d)"
        ),
    }
