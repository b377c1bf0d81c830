"""The whole engine: a conversation and an engine become findings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from calmdesk.conversation import Conversation, Finding
from calmdesk.playbook import Sign
from calmdesk.signals.engine import Engine
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, moments_of


class Scanned(NamedTuple):
    """One message with what was found in it; `language` is set where it was not read because of its language."""

    moment: Moment
    findings: tuple[Finding, ...]
    language: str | None


def scan(conversation: Conversation, engine: Engine, silenced: frozenset[str] = frozenset()) -> tuple[Scanned, ...]:
    """Look at each message with what came before it; findings are in order of place, then of rule."""
    return tuple(_look(moment, engine, silenced) for moment in moments_of(conversation, engine.vocabulary))


def _look(moment: Moment, engine: Engine, silenced: frozenset[str]) -> Scanned:
    if not moment.spoken or not moment.text:
        return Scanned(moment, (), None)
    language = moment.language
    if language is not None:
        return Scanned(moment, (), language)
    hits = ((sign, hit) for sign, hit in engine.hits(moment) if sign.id not in silenced)
    return Scanned(moment, _in_order(finding_of(moment, sign, hit) for sign, hit in hits), None)


def finding_of(moment: Moment, sign: Sign, hit: Hit) -> Finding:
    """A hit with its rule, its words and its reason."""
    quote = moment.text[hit.start : hit.end]
    return Finding(
        rule=sign.id,
        practice=sign.practice[0],
        message=moment.message.id,
        start=hit.start,
        end=hit.end,
        quote=quote,
        stage=sign.stage,
        reasons=(
            f"{sign.title}: {hit.reason}" if hit.reason else f"{sign.title}: “{quote}”",
            *_disguise(moment, hit),
        ),
    )


def _disguise(moment: Moment, hit: Hit) -> tuple[str, ...]:
    disguised = moment.folded.disguised
    place = bisect_left(disguised, (hit.end,))
    if place and disguised[place - 1][1] > hit.start:
        return ("a word in it is written in a disguise",)
    return ()


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule)))
