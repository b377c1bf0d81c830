"""What a person's message does that a boundary answers; being upset about the issue is none of it (P-1.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import NamedTuple

from calmdesk.conversation import Conduct, Finding, Stage, Stance
from calmdesk.playbook import Sign
from calmdesk.signals import Scanned
from calmdesk.temperature import Temperature


class Kind(IntEnum):
    """
    What it is, the graver the higher.

    `DRIFTS`: interrupts, repeats, belittles without abuse. `WITHHOLDS`: does not give what the next step needs.
    """

    DRIFTS = 1
    WITHHOLDS = 2
    ABUSES = 3
    HARASSES = 4
    THREATENS = 5


class Behaviour(NamedTuple):
    """One kind, and the finding that shows it."""

    kind: Kind
    finding: Finding


class Heard(NamedTuple):
    """All that one message gives a boundary to answer."""

    behaviour: Behaviour | None = None
    bypass: Finding | None = None
    distress: bool = False


_KIND_OF = {Conduct.ABUSE: Kind.ABUSES, Conduct.HARASSMENT: Kind.HARASSES, Conduct.THREAT: Kind.THREATENS}
_DISTRESS = "speaks_of_self_harm"
_BYPASS = "asks_to_bypass"
# "As I said" is not among them: who has to say it again was not heard.
_DRIFTS = frozenset({"interrupts", "talks_over", "holds_the_floor", "repeats_the_complaint"})
_WITHHOLDS = frozenset({"sidesteps_the_question", "brushes_off_the_question", "refuses_a_step"})


def heard_in(item: Scanned, heat: Temperature, signs: Mapping[str, Sign]) -> Heard:
    """What one message gives a boundary to answer, from its findings and how it was judged."""
    # An agent may be the one who writes it down: it counts whoever says it, also in a note.
    if any(finding.rule == _DISTRESS for finding in item.findings):
        return Heard(distress=True)
    if item.moment.from_desk or not item.moment.spoken or item.moment.message.internal:
        return Heard()
    seen = (
        Behaviour(kind, finding)
        for finding in item.findings
        if (kind := _kind_of(finding, signs[finding.rule], heat)) is not None
    )
    return Heard(
        behaviour=max(seen, key=lambda one: (one.kind, signs[one.finding.rule].heat), default=None),
        bypass=_first(_BYPASS, item.findings),
    )


def _kind_of(finding: Finding, sign: Sign, heat: Temperature) -> Kind | None:
    # Announcing a lawyer or a bad review is anyone's right: only what is staged as conduct is aimed at a person.
    if finding.stage is Stage.CONDUCT and heat.conduct not in (None, Conduct.NONE) and sign.conduct in _KIND_OF:
        return _KIND_OF[sign.conduct]
    if finding.rule in _WITHHOLDS:
        return Kind.WITHHOLDS
    belittles = sign.stance is Stance.HOSTILE and heat.stance is Stance.HOSTILE
    return Kind.DRIFTS if belittles or finding.rule in _DRIFTS else None


def _first(rule: str, findings: Iterable[Finding]) -> Finding | None:
    return next((finding for finding in findings if finding.rule == rule), None)
