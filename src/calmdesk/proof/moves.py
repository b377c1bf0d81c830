"""Runs the examples of a move: in each dialogue the desk's words that make it are marked."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.conversation import Conversation, Span
from calmdesk.errors import BadInput
from calmdesk.moves import move_engine_for
from calmdesk.playbook import Move, Playbook
from calmdesk.playbook.examples import ExampleError, parse_example
from calmdesk.proof.verdict import Proof, Verdict, judged, shown
from calmdesk.signals import engine_for
from calmdesk.signals.moment import moments_of


def prove_move(playbook: Playbook, move: Move) -> Iterator[Proof]:
    """Try every example of one move."""
    kinds = {
        "match": move.match,
        "no_match": move.no_match,
        "known_miss": move.known_miss,
        "known_false_alarm": move.known_false_alarm,
    }
    for kind, examples in kinds.items():
        for place, example in enumerate(examples, 1):
            name = f"{move.id}/{kind}/{place}"
            try:
                marked = parse_example(example)
            except (ExampleError, ValueError, BadInput) as error:
                yield Proof(name, Verdict.FAILS, f"the example cannot be read: {error}")
                continue
            found, expected = sorted(_found(playbook, move, marked.conversation)), sorted(marked.spans)
            said = f"expected {shown(marked.conversation, expected)}, found {shown(marked.conversation, found)}"
            yield judged(name, kind, expected, found, said)


def _found(playbook: Playbook, move: Move, conversation: Conversation) -> Iterator[Span]:
    engine = move_engine_for(playbook)
    for moment in moments_of(conversation, engine_for(playbook).vocabulary):
        if moment.from_desk and moment.spoken:
            for seen in engine.find(moment):
                if seen.move == move.id:
                    yield Span(message=moment.message.id, start=seen.start, end=seen.end)
