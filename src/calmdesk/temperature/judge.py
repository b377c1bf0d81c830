"""How one message stands, from what was found in it. A learned model joins behind the same protocol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from calmdesk.conversation import Conduct, Finding, Stance
from calmdesk.playbook import Sign
from calmdesk.signals import Scanned
from calmdesk.temperature.values import Probabilities

# Several small signs together say what none of them says alone.
_UPSET_FROM = 0.45
_HOTTEST = 0.99


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """`heat` is this message's own (0 to 1); `stance_p` only where a calibrated model was asked."""

    heat: float
    stance: Stance
    conduct: Conduct
    stance_p: Probabilities | None = None


class Judge(Protocol):
    """Judges the message at `place`; it may look at that message and earlier ones, never at later ones."""

    def __call__(self, scanned: Sequence[Scanned], place: int) -> Judgement: ...


def rules_judge(signs: Mapping[str, Sign]) -> Judge:
    """The judge that needs nothing but the playbook: what the signs in a message say of it."""

    def judge(scanned: Sequence[Scanned], place: int) -> Judgement:
        found = [(finding, signs[finding.rule]) for finding in scanned[place].findings]
        if not found:
            return _CALM
        heat = _together(found)
        stance = max((sign.stance for _, sign in found), key=lambda stance: stance.rank)
        if stance is Stance.CALM and heat >= _UPSET_FROM:
            stance = Stance.UPSET
        conduct = max(
            (sign for _, sign in found), key=lambda sign: (sign.conduct is not Conduct.NONE, sign.heat)
        ).conduct
        return Judgement(heat=heat, stance=stance, conduct=conduct)

    return judge


_CALM = Judgement(heat=0.0, stance=Stance.CALM, conduct=Conduct.NONE)


def _together(found: Sequence[tuple[Finding, Sign]]) -> float:
    """Each sign and each place counts once: words seen by two rules, or one habit ten times, are not more heat."""
    cool = 1.0
    counted: list[Finding] = []
    for finding, sign in sorted(found, key=lambda pair: (-pair[1].heat, pair[0].start)):
        if any(other.rule == finding.rule or _overlap(other, finding) for other in counted):
            continue
        counted.append(finding)
        cool *= 1.0 - sign.heat
    return min(_HOTTEST, 1.0 - cool)


def _overlap(first: Finding, second: Finding) -> bool:
    return first.start < second.end and second.start < first.end
