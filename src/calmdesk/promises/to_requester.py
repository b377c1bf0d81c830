"""What the requester is told to count on: you'll hear from us, expect a call, next update at 14:30, ETA 5 pm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from calmdesk.promises.opening import Opening
from calmdesk.promises.spaced import pattern, start_of
from calmdesk.promises.things import Thing

# "You will hear a click" promises nothing.
_HEARD = ("from", "back", "by", "within", "in ", "about", "at ", "more", "tomorrow")
# What is promised where a thing is named that the requester will have; any other is news.
_NAMED = {
    "call": "call",
    "visit": "visit",
    **dict.fromkeys(("fix", "solution", "access"), "fix"),
    **dict.fromkeys(("replacement", "laptop", "delivery", "refund", "password", "account", "device"), "send"),
}


def to_requester(text: str) -> Iterator[Opening]:
    """Openings that speak to the requester, or announce the next word."""
    yield from _you(text)
    for found in _patterns()["announced"].finditer(text):
        thing = Thing("fix" if found["eta"] else "update", 0)
        yield Opening(found.start(), found.end(), thing, estimate=bool(found["eta"]), needs_time=True)


def _you(text: str) -> Iterator[Opening]:
    for found in _patterns()["you"].finditer(text):
        start = start_of(found, "expect") if found["expect"] else found.start()
        verb, rest = found["verb"] or "expect", text[found.end() :]
        estimate = found["modal"] == " should"
        if found["modal"] == " can" and verb != "expect":
            continue
        if verb.startswith("be ") or (verb == "hear" and rest.startswith(_HEARD)):
            what = "call" if verb in ("be called", "be phoned") else "update"
            yield Opening(start, found.end(), Thing(what, 0), estimate, needs_time=estimate)
        elif verb != "hear":
            named = _patterns()["object"].match(rest)
            if named:
                thing = Thing(_NAMED.get(named["named"], "update"), 0)
                yield Opening(start, found.end() + named.end(), thing, estimate, needs_time=True)


@cache
def _patterns() -> dict[str, Any]:
    return {
        "you": pattern(
            r"(?:\byou(?P<modal>'ll| ll| will| shall|'re going to| are going to| should| can)(?: also| then| soon"
            r"| certainly| definitely)* (?P<verb>hear|get|have|receive|expect"
            r"|be (?:contacted|called|informed|notified|updated|phoned|hearing))"
            r"|(?:^|please |and |then )(?P<expect>expect))\b ?"
        ),
        "object": pattern(
            r"(?: ?(?:from|back))* ?(?:an?|the|my|our|your|some|further|more|another"
            r"|any)? ?(?:\w+ )?(?P<named>update|call|reply|answer|news|response|email|e-mail|mail|message|word"
            r"|feedback|result|confirmation|details|information|visit|fix|replacement|solution|access|laptop"
            r"|delivery|refund|password|account|device)s?\b"
        ),
        "announced": pattern(
            r"\b(?:next|further|another|new|more) (?:status |progress )?updates?\b"
            r"|^(?:an? )?(?:status )?updates? (?:by|at|before|within|in|to follow)\b"
            r"|\bupdates? (?:will |to )?follow\b|\b(?:more|details|information) (?:will |to )follow\b"
            r"|(?P<eta>\beta\b(?: for (?:the |a )?\w+)?(?: is| of|:)?)"
        ),
    }
