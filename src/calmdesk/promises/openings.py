"""Where a commitment may begin: "I will", "you'll hear", "our engineer will call you", "it will be fixed"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from calmdesk.promises.spaced import pattern, start_of
from calmdesk.promises.things import CONTACTS, Thing, any_verb, is_done_word, thing_of

_SURE = r"(?:'ll|'l| ll| will| shall|'m going to| am going to|'re going to| are going to|'m gonna|'re gonna| gonna)"
_LOOSE = (
    r"(?: should| should be able to| (?:aim|hope|expect|plan|intend|try|want) to|'m (?:hoping|aiming|planning"
    r"|trying|expecting) to"
    r"| am (?:hoping|aiming|planning|trying|expecting) to|'re (?:hoping|aiming|planning|trying|expecting) to"
    r"| are (?:hoping|aiming|planning|trying|expecting) to)"
)
_GREETING = (
    r"(?:(?:ok|okay|sure|thanks|thank you|thx|right|yes|yep|yeah|great|noted|alright|perfect|understood|got it"
    r"|of course"
    r"|greetings|kindly|as (?:we )?(?:agreed|discussed)|no problem|no worries|hi|hello|hey|cool|absolutely"
    r"|certainly|so|and|then|(?:@[a-z0-9_.-]+))[,.!:-]* )*"
)
_ADVERB = (
    r"(?P<adverbs>(?:(?:also|then|now|just|certainly|definitely|surely|personally|gladly|still|have to|need to"
    r"|be sure to"
    r"|make sure to|make sure (?:that )?(?:we|i|you)(?: all)?|go ahead and|go and|first|again|please|quickly"
    r"|immediately|absolutely"
    r"|of course|at least|always|get someone to|get somebody to|ask (?:someone|somebody|them|him|her|a colleague) to"
    r"|have (?:someone|somebody|them|him|her|a colleague|an engineer|a technician|our engineer|our technician)"
    r"|come and"
    r"|(?P<loose>(?:try|be trying) (?:to|and)|try|probably|most likely|likely|hopefully|possibly|be able to"
    r"|do (?:my|our) best to)) )*)"
)
_CONTACT = (
    r"(?:call|ring|phone|contact|update|email|mail|message|text|visit|inform|notify|reach out to|get back to"
    r"|come back to"
    r"|get in touch with|be in touch with|be with|come to|speak to|talk to|answer|reply to|write to"
    r"|come and see|help|assist"
    r"|give) you\b|be in touch\b|reach out\b|get in touch\b|get back\b|let you know\b|call back\b|ring back\b"
    r"|(?:come|stop|drop) (?:by|over|round|out|down|up)\b|be (?:there|on site|onsite|at your)\b"
    r"|(?:pick up|collect|replace|fix|deliver|install|repair|bring|swap|look at|look into|take a look"
    r"|check) ?(?:it|this|that|your|the|a|into)?\b"
)
_PEOPLE = (
    r"\b(?:he|she|they|engineers?|technicians?|colleagues?|teams?|someone|somebody|manager|specialists?"
    r"|agents?|supervisor"
    r"|lead|expert|admins?|administrator|analyst|developers?|courier|person|guys|folks|operator|support)\b"
)


class Opening(NamedTuple):
    """`needs_time`: without a time these words promise nothing ("it will be fixed")."""

    start: int
    end: int
    thing: Thing
    estimate: bool
    needs_time: bool


def openings_in(text: str) -> Iterator[Opening]:
    """Places in one folded sentence where a commitment may begin, in order; none begins inside another."""
    at = 0
    for opening in sorted(_all(text), key=lambda each: (each.start, -each.end)):
        if opening.start >= at:
            yield opening
            at = opening.end


def _all(text: str) -> Iterator[Opening]:
    for look in (_first_person, _to_you, _others, _let_me, _doing, _status):
        yield from look(text)


@cache
def _patterns() -> dict[str, Any]:
    return {
        "first": pattern(
            rf"(?:\b(?:i|we)(?P<sure>{_SURE}| promise(?: you)? to| commit to)|\b(?P<ill>ill)|\b(?:i"
            rf"|we)(?P<hope>{_LOOSE})"
            rf"|(?:^{_GREETING}|\b(?:and|but|then|,) )(?P<bare>will|gonna|going to)) {_ADVERB}"
        ),
        "you": pattern(
            rf"\b(?:you(?P<should>{_SURE}| should| can)(?: also| then| soon| certainly"
            r"| definitely)* (?P<you>hear|get|have|receive|expect"
            r"|be (?:contacted|called|informed|notified|updated|phoned|hearing))|(?:^|please |and "
            r"|then )(?P<expect>expect))\b ?"
        ),
        "others": pattern(
            rf"(?P<modal>'ll|\bwill|\bis going to|\bare going to|\bshould) {_ADVERB}(?:(?P<contact>{_CONTACT})"
            r"|(?P<been>(?:be|have been|get) (?:all |fully |completely )?)(?P<done>[a-z]+))"
        ),
        "expected": pattern(r"\b(?:is|are) (?:expected|due|scheduled|planned) to be (?P<done>[a-z]+)"),
        "let": pattern(
            r"\b(?:let me|let us|allow me to|permit me to) (?:just |quickly |go and |check (?:on )?(?:it "
            r"|this |that )?and )*"
        ),
        "doing": pattern(r"\b(?:i'm|i am|we're|we are|i'll be|im) (?:also |now |just )?(?P<verb>[a-z-]+ing)\b"),
        "status": pattern(
            r"(?P<next>\b(?:next|further|another|new|more) (?:status |progress )?updates?\b"
            r"|^(?:an? )?(?:status )?updates? (?:by|at|before|within|in|to follow)\b"
            r"|\bupdates? (?:will |to )?follow\b|\b(?:more|details|information) (?:will |to )follow\b)"
            r"|(?P<eta>\beta\b(?: for (?:the |a )?\w+)?(?: is| of|:)?)"
            r"|(?P<give>\b(?:give me|give us|gimme|allow me|allow us) (?:just |about |another |like "
            r"|maybe )*(?:\d|a couple|ten|five|fifteen|twenty|thirty|half|an hour|one hour|two))"
            r"|(?P<call>^(?:\w+,? )?(?:call|calling|ring|ringing|speak to|talk to|phone) you\b)"
            r"|(?P<back>^(?:\w+,? )?(?:get |getting )?back (?:to you|in \d))"
        ),
        "object": pattern(
            r"(?: ?(?:from|back))* ?(?:an?|the|my|our|your|some|further|more|another"
            r"|any)? ?(?:\w+ )?(?P<news>update|call|reply|answer|news|response|email|e-mail|mail"
            r"|message|word|feedback|result|confirmation|details|information|visit|fix|replacement|solution"
            r"|access|laptop|delivery|refund|password|account|device)s?\b"
        ),
        "people": pattern(_PEOPLE),
        "boundary": pattern(r"(?:[,;:(#]|\b(?:and|but|so|then|because|that|ok|okay|or)\b)\s*"),
    }


def _first_person(text: str) -> Iterator[Opening]:
    for found in _patterns()["first"].finditer(text):
        start = start_of(found, "bare") if found["bare"] else found.start()
        estimate = bool(found["hope"] or found["loose"])
        rest = text[found.end() :]
        # "We should check the router" is advice; only a finished thing is an estimate ("should have it fixed").
        thing = thing_of(rest)
        if found["bare"] and thing is None:
            continue
        named = thing or any_verb(rest)
        if named is None or (
            (found["hope"] or "").startswith(" should") and not rest.startswith(("have ", "get ", "be "))
        ):
            continue
        yield Opening(start, found.end() + named.end, named, estimate, needs_time=thing is None or estimate)


def _to_you(text: str) -> Iterator[Opening]:
    for found in _patterns()["you"].finditer(text):
        start = start_of(found, "expect") if found["expect"] else found.start()
        verb, rest = found["you"] or "expect", text[found.end() :]
        should = found["should"] or ""
        if should == " can" and verb != "expect":
            continue
        if verb.startswith("be ") or verb == "hear":
            what = "call" if verb in ("be called", "be phoned") else "update"
            if verb != "hear" or rest.startswith(_HEARD):
                yield Opening(start, found.end(), Thing(what, 0), should == " should", needs_time=should == " should")
            continue
        named = _patterns()["object"].match(rest)
        if named:
            thing = Thing(_THINGS_NAMED.get(named["news"], "update"), 0)
            yield Opening(start, found.end() + named.end(), thing, should == " should", needs_time=True)


# "You will hear a click" promises nothing.
_HEARD = ("from", "back", "by", "within", "in ", "about", "at ", "more", "tomorrow")
# What is promised where a thing is named that the requester will have; any other is news.
_THINGS_NAMED = {
    "call": "call",
    "visit": "visit",
    **dict.fromkeys(("fix", "solution", "access"), "fix"),
    **dict.fromkeys(("replacement", "laptop", "delivery", "refund", "password", "account", "device"), "send"),
}
# "The system will notify you" is how a machine works.
_MACHINES = frozenset(
    "it this that you i we system app application tool window page wizard software site website browser server service "
    "script who what which there process job vendor bot update prompt screen message email link".split()
)


def _others(text: str) -> Iterator[Opening]:
    for found in _patterns()["others"].finditer(text):
        start = max((boundary.end() for boundary in _patterns()["boundary"].finditer(text[: found.start()])), default=0)
        subject = text[start : found.start()]
        words = subject.split()
        if not words or len(words) > 9 or words[0] in ("who", "what", "when", "why", "how", "where"):
            continue
        estimate = found["modal"] == "should" or bool(found["loose"])
        if found["contact"]:
            if words[-1] in _MACHINES:
                continue
            thing = thing_of(text[start_of(found, "contact") :]) or Thing("visit", 0)
            known = bool(_patterns()["people"].search(subject))
            yield Opening(start, found.end(), thing, estimate, needs_time=not known or estimate)
        elif is_done_word(text[start_of(found, "done") :]) and words[-1] not in ("i", "we"):
            yield Opening(start, found.end(), Thing(_made(found["done"]), 0), estimate, needs_time=True)
    for found in _patterns()["expected"].finditer(text):
        if is_done_word(text[start_of(found, "done") :]):
            yield Opening(found.start(), found.end(), Thing(_made(found["done"]), 0), estimate=True, needs_time=True)


def _made(done: str) -> str:
    return "send" if done in ("sent", "delivered", "shipped", "with", "over", "to", "out") else "fix"


def _let_me(text: str) -> Iterator[Opening]:
    for found in _patterns()["let"].finditer(text):
        thing = thing_of(text[found.end() :])
        if thing is not None and thing.what in CONTACTS:
            yield Opening(found.start(), found.end() + thing.end, thing, estimate=False, needs_time=False)


def _doing(text: str) -> Iterator[Opening]:
    for found in _patterns()["doing"].finditer(text):
        thing = thing_of(text[start_of(found, "verb") :])
        if thing is not None:
            yield Opening(found.start(), start_of(found, "verb") + thing.end, thing, estimate=False, needs_time=True)


def _status(text: str) -> Iterator[Opening]:
    for found in _patterns()["status"].finditer(text):
        what = "fix" if found["eta"] else "call" if found["call"] else "update"
        end = found.start() if found["give"] else found.end()
        yield Opening(found.start(), end, Thing(what, 0), estimate=bool(found["eta"]), needs_time=True)
