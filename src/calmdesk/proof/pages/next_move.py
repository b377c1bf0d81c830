"""The page of a next move: why, ready words by channel, and what to leave."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook import NextMove
from calmdesk.proof.pages.parts import named_list, ready_words, source_line


def next_move_lines(move: NextMove) -> Iterator[str]:
    """Line by line, as Markdown."""
    yield f"# {move.title}\n"
    yield f"`{move.id}` · next move · practice {', '.join(move.practice)}\n"
    yield f"**Why.** {move.why.strip()}\n"
    yield from named_list("What to avoid", move.avoid)
    yield source_line(move.source)
    yield from ready_words(move.say)
