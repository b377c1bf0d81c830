"""Runs the examples of a move: in each dialogue the desk's words that make it are marked."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.conversation import Conversation, Span
from calmdesk.moves import move_engine_for
from calmdesk.playbook import Move, Playbook
from calmdesk.proof.dialogues import prove_dialogues
from calmdesk.proof.verdict import Proof
from calmdesk.signals import engine_for
from calmdesk.signals.moment import moments_of


def prove_move(playbook: Playbook, move: Move) -> Iterator[Proof]:
    """Try every example of one move."""
    yield from prove_dialogues(move, lambda conversation: _found(playbook, move, conversation))


def _found(playbook: Playbook, move: Move, conversation: Conversation) -> Iterator[Span]:
    engine = move_engine_for(playbook)
    for moment in moments_of(conversation, engine_for(playbook).vocabulary):
        if moment.from_desk and moment.spoken:
            for seen in engine.find(moment):
                if seen.move == move.id:
                    yield Span(message=moment.message.id, start=seen.start, end=seen.end)
