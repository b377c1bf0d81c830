"""The page of a boundary: its rung, what it says, ready words by channel, and examples."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook import Boundary
from calmdesk.proof.pages.parts import dialogues, ready_words, source_line


def boundary_lines(boundary: Boundary) -> Iterator[str]:
    """Line by line, as Markdown."""
    yield f"# {boundary.title}\n"
    yield f"`{boundary.id}` · rung {boundary.rung} · practice {', '.join(boundary.practice)}\n"
    yield f"{boundary.definition.strip()}\n"
    yield f"**Why it matters.** {boundary.why_it_matters.strip()}\n"
    yield source_line(boundary.source)
    yield from ready_words(boundary.say)
    yield from dialogues("Says it", boundary.match)
    yield from dialogues("Does not say it", boundary.no_match)
    yield from dialogues("Known misses", boundary.known_miss)
    yield from dialogues("Known false alarms", boundary.known_false_alarm)
