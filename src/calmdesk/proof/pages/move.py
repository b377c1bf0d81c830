"""The page of a move: what an agent's words do, why that matters, and examples."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook import Move
from calmdesk.proof.pages.parts import dialogues, source_line


def move_lines(move: Move) -> Iterator[str]:
    """Line by line, as Markdown."""
    yield f"# {move.title}\n"
    yield f"`{move.id}` · move · practice {', '.join(move.practice)} · {move.status.value}\n"
    yield f"{move.definition.strip()}\n"
    yield f"**Why it matters.** {move.why_it_matters.strip()}\n"
    yield source_line(move.source)
    yield from dialogues("Makes this move", move.match)
    yield from dialogues("Does not make it", move.no_match)
    yield from dialogues("Known misses", move.known_miss)
    yield from dialogues("Known false alarms", move.known_false_alarm)
