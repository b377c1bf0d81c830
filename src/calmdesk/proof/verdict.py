"""What became of one example: it holds, it fails, or it asks to be moved."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from calmdesk.conversation import Conversation, Span


class Verdict(StrEnum):
    HOLDS = "holds"
    FAILS = "fails"
    PROMOTE = "promote"
    UNTRIED = "untried"


class Proof(NamedTuple):
    """One example tried. `id` is rule/kind/place; `says` explains what was expected and what was found."""

    id: str
    verdict: Verdict
    says: str


def judged(name: str, kind: str, expected: Sequence[object], found: Sequence[object], said: str) -> Proof:
    """The proof of one example of a `kind` (match, no_match, known_miss, known_false_alarm), from what it marks."""
    if kind == "no_match":
        if expected:
            return Proof(name, Verdict.FAILS, "a near miss must not have marks")
        return Proof(name, Verdict.FAILS if found else Verdict.HOLDS, said)
    if not expected and kind != "known_false_alarm":
        return Proof(name, Verdict.FAILS, "the example marks nothing")
    if kind == "match":
        return Proof(name, Verdict.HOLDS if found == expected else Verdict.FAILS, said)
    fixed = found == expected if kind == "known_miss" else not found
    return Proof(name, Verdict.PROMOTE if fixed else Verdict.HOLDS, said)


def shown(conversation: Conversation, spans: Sequence[Span]) -> str:
    """Spans as a person reads them."""
    if not spans:
        return "nothing"
    return ", ".join(
        f"{span.message} {conversation.quote(span)!r}" if span.end > span.start else f"{span.message} as a whole"
        for span in spans
    )
