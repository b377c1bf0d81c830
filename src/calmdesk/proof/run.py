"""Runs every example of a playbook against the real engine: one call for the tests, the command line, the web."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.conversation import Conversation, Span
from calmdesk.errors import BadInput
from calmdesk.playbook import Example, Playbook, Sign, TriggerRule
from calmdesk.playbook.detectors import Learned
from calmdesk.playbook.examples import ExampleError, parse_example
from calmdesk.proof.boundaries import prove_boundary
from calmdesk.proof.drafts import prove_phrasing
from calmdesk.proof.moves import prove_move
from calmdesk.proof.verdict import Proof, Verdict, judged, shown
from calmdesk.reading import read
from calmdesk.signals import engine_for, find_triggers, scan
from calmdesk.temperature import installed_model


def prove(playbook: Playbook, rules: frozenset[str] | None = None) -> Iterator[Proof]:
    """Try every example, of these rules or of all; a known miss that is found now asks to be promoted to a match."""
    noticed: tuple[Sign | TriggerRule, ...] = (*playbook.signs.values(), *playbook.triggers.values())
    for rule in noticed:
        if rules is not None and rule.id not in rules:
            continue
        kinds = {
            "match": rule.match,
            "no_match": rule.no_match,
            "known_miss": rule.known_miss,
            "known_false_alarm": rule.known_false_alarm,
        }
        for kind, examples in kinds.items():
            for place, example in enumerate(examples, 1):
                yield _try(playbook, rule, kind, place, example)
    for move in playbook.moves.values():
        if rules is None or move.id in rules:
            yield from prove_move(playbook, move)
    for phrasing in playbook.phrasing.values():
        if rules is None or phrasing.id in rules:
            yield from prove_phrasing(playbook, phrasing)
    for boundary in playbook.boundaries.values():
        if rules is None or boundary.id in rules:
            yield from prove_boundary(playbook, boundary)


def _try(playbook: Playbook, rule: Sign | TriggerRule, kind: str, place: int, example: Example) -> Proof:
    name = f"{rule.id}/{kind}/{place}"
    try:
        marked = parse_example(example)
    except (ExampleError, ValueError, BadInput) as error:
        return Proof(name, Verdict.FAILS, f"the example cannot be read: {error}")
    if _is_learned(rule) and installed_model() is None:
        return Proof(name, Verdict.UNTRIED, "the model that hears this sign is not installed")
    found = sorted(_found(playbook, rule, marked.conversation))
    expected = sorted(marked.spans)
    said = f"expected {shown(marked.conversation, expected)}, found {shown(marked.conversation, found)}"
    return judged(name, kind, expected, found, said)


def _found(playbook: Playbook, rule: Sign | TriggerRule, conversation: Conversation) -> Iterator[Span]:
    if _is_learned(rule):
        for finding in read(conversation, playbook, model=installed_model()).findings:
            if finding.rule == rule.id:
                yield Span(message=finding.message, start=finding.start, end=finding.end)
        return
    engine = engine_for(playbook)
    scanned = scan(conversation, engine)
    if isinstance(rule, TriggerRule):
        for seen in find_triggers([item.moment for item in scanned], playbook):
            if seen.kind == rule.id:
                yield Span(message=seen.moment.message.id, start=seen.start, end=seen.end)
        return
    for item in scanned:
        for finding in item.findings:
            if finding.rule == rule.id:
                yield Span(message=finding.message, start=finding.start, end=finding.end)


def _is_learned(rule: Sign | TriggerRule) -> bool:
    return isinstance(rule, Sign) and isinstance(rule.detector, Learned)
