"""Their words turned round, from the one who speaks to the one who is spoken to: "my laptop" is "your laptop"."""

from __future__ import annotations

import re2

_TURNED = {
    "i am": "you are",
    "i was": "you were",
    "am i": "are you",
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "i": "you",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
    "we": "you",
    "we're": "you're",
    "we've": "you've",
    "we'd": "you'd",
    "we'll": "you'll",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "ourselves": "yourselves",
    "your": "our",
}
_OURS = re2.compile(r"(?i)\b(i am|i was|am i|[a-z]+(?:['’][a-z]+)?)")
# Whoever is meant by these cannot be told without the rest of what they said.
_UNSAFE = re2.compile(r"(?i)(?:\b(?:you|yours|yourself|yourselves|u|ur|ive|im|your?e|thats|dont)\b|@|[\"“”«»\x00\n{}])")
_WEEKDAY = re2.compile(r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")
_LARGE = re2.compile(r"^(?:I\b|[A-Z][\w.-]*[A-Z0-9]|[A-Z0-9]+\b)")


def turned_round(text: str) -> str | None:
    """The same said to the person; None where that could not be right."""
    if _UNSAFE.search(text):
        return None
    turned: str = _OURS.sub(lambda found: _of(found[1]), text)
    return str(_WEEKDAY.sub(lambda found: found[1].capitalize(), turned))


def begun_small(text: str, theirs: str = "") -> str:
    """
    Without the capital of a beginning sentence.

    A capital stays where the word has more of them, where it is a name that their text writes large elsewhere, or where
    we cannot tell.
    """
    first, _, rest = text.partition(" ")
    if _LARGE.match(text) or not first[:1].isupper():
        return text
    inside = re2.compile(rf"[\pL\pN,;]\s+{re2.escape(first)}\b")
    if inside.search(theirs):
        return text
    return f"{first[0].lower()}{first[1:]} {rest}".rstrip()


def _of(words: str) -> str:
    plain = " ".join(words.lower().replace("’", "'").split())
    return _TURNED.get(plain, words)
