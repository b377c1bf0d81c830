"""Runs the dialogues of a rule about the desk's words: what is marked in each must be found, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calmdesk.conversation import Conversation, Span
from calmdesk.errors import BadInput
from calmdesk.playbook import Boundary, Move
from calmdesk.playbook.examples import ExampleError, parse_example
from calmdesk.proof.verdict import Proof, Verdict, judged, shown


def prove_dialogues(rule: Move | Boundary, find: Callable[[Conversation], Iterator[Span]]) -> Iterator[Proof]:
    """Try every example of one rule; `find` gives the spans that the real engine sees for it."""
    kinds = {
        "match": rule.match,
        "no_match": rule.no_match,
        "known_miss": rule.known_miss,
        "known_false_alarm": rule.known_false_alarm,
    }
    for kind, examples in kinds.items():
        for place, example in enumerate(examples, 1):
            name = f"{rule.id}/{kind}/{place}"
            try:
                marked = parse_example(example)
            except (ExampleError, ValueError, BadInput) as error:
                yield Proof(name, Verdict.FAILS, f"the example cannot be read: {error}")
                continue
            found, expected = sorted(find(marked.conversation)), sorted(marked.spans)
            said = f"expected {shown(marked.conversation, expected)}, found {shown(marked.conversation, found)}"
            yield judged(name, kind, expected, found, said)
