"""The wording around a fact: a short one, and a longer one for where the short one would be an echo of their words."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.drafts.facts.values import FactKind

_LASTS = re2.compile(r"(?i)^(?:since|for)\b")
# A time by the clock and a day by its name want a word before them, "this morning" and "after the update" do not.
_AT = re2.compile(r"(?i)^(?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m|noon|midnight|half past|quarter|[a-z]+ o'clock)")
_ON = re2.compile(
    r"(?i)^(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)?\b|(?:jan|feb|mar|apr|may|"
    r"june?|july?|aug|sep|oct|nov|dec))"
)
_BY = re2.compile(r"(?i)^(?:by|before|no later than|not later than|until)\b")

OPENINGS = ("As I understand it, ", "So that we mean the same thing, this is how it looks to me: ")
REQUESTS = ("If I read you right, ", "So that we mean the same thing, this is how I read your request: ")
# For what could not be turned round, or would be an echo however it is put.
QUOTED: dict[FactKind, str] = {
    "what": "What I am looking at, in your words: “",
    "since": "On when it began, you wrote: “",
    "where": "The place you gave: “",
    "who": "On who is affected, you wrote: “",
    "impact": "What it does to your work, in your words: “",
    "tried": "What you have done about it, in your words: “",
    "deadline": "The time that matters, in your words: “",
    "error": "On the screen you see “",
}


def frames(kind: FactKind, words: str) -> Iterator[tuple[str, str]]:
    """What stands before and after the words of a fact, the best first."""
    match kind:
        case "since" if _LASTS.match(words):
            yield "This has been going on ", "."
            yield "As you tell it, the trouble has been going on ", "."
        case "since" if _AT.match(words):
            yield "It began at ", "."
        case "since" if _ON.match(words):
            yield "It began on ", "."
        case "since":
            yield "It began ", "."
        case "where":
            yield "The place: ", "."
        case "who":
            yield "It affects ", "."
            yield "I have noted for the next steps whom this touches: ", "."
        case "impact" if words.startswith("cost"):
            yield "What it does to your work: it ", "."
        case "impact":
            yield "What it does to your work: ", "."
            yield "What it does to your work, as far as I can follow from here: ", "."
        case "tried":
            yield "So that nobody asks you twice: you have already ", "."
        case "deadline" if _BY.match(words):
            yield "You need it ", "."
        case _:
            yield "The time that matters: ", "."
            yield "The time that matters for everything we do next: ", "."
