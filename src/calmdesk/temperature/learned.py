"""Signs that the model hears: a finding with the words that weighed most, where no written sign explains the stance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from calmdesk.conversation import Finding, Stance
from calmdesk.playbook import Sign
from calmdesk.playbook.detectors import Learned
from calmdesk.signals import Scanned
from calmdesk.signals.hit import Hit
from calmdesk.signals.scan import finding_of
from calmdesk.temperature.context import softmax
from calmdesk.temperature.model import Model
from calmdesk.temperature.telling import telling_words
from calmdesk.temperature.values import Temperature

_COLUMN = {Stance.UPSET: 1, Stance.HOSTILE: 2}


def with_learned(
    scanned: Sequence[Scanned],
    temperatures: Sequence[Temperature],
    signs: Mapping[str, Sign],
    model: Model,
    silenced: frozenset[str],
) -> tuple[Scanned, ...]:
    """Each message with what the model hears in it beside what the signs found."""
    learned: dict[str, Sign] = {
        sign.detector.hears: sign for sign in signs.values() if isinstance(sign.detector, Learned)
    }
    found = []
    for item, temperature in zip(scanned, temperatures, strict=True):
        sign = learned.get(temperature.stance.value) if temperature.stance else None
        if sign is None or sign.id in silenced or item.moment.from_desk or _explained(item, temperature, signs):
            found.append(item)
        else:
            findings = (*item.findings, *_heard(item, temperature, sign, model))
            found.append(item._replace(findings=tuple(sorted(findings, key=lambda f: (f.start, f.end, f.rule)))))
    return tuple(found)


def _explained(item: Scanned, temperature: Temperature, signs: Mapping[str, Sign]) -> bool:
    """Whether a written sign already says why."""
    assert temperature.stance is not None
    return any(signs[finding.rule].stance.rank >= temperature.stance.rank for finding in item.findings)


def _heard(item: Scanned, temperature: Temperature, sign: Sign, model: Model) -> Iterator[Finding]:
    assert temperature.stance is not None
    column = _COLUMN[temperature.stance]

    def measure(words: str) -> float:
        answers = model.ask(words)
        # Of the message alone: the context is the same with and without a part of it.
        stances = softmax([answers["stance:calm"], answers["stance:upset"], answers["stance:hostile"]])
        return sum(stances[column:])

    start, end = telling_words(item.moment, measure)
    words = item.moment.text[start:end]
    if words.strip():
        quote = words if len(words) <= 80 else f"{words[:77]}…"
        yield finding_of(item.moment, sign, Hit(start, end, f"“{quote}” weighs most, read with what came before"))
