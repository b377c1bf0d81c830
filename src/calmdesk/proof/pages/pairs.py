"""Drafts as a table: what stands there, what it says instead, and where or why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from calmdesk.conversation import Channel
from calmdesk.playbook import Pair

# What Markdown would read as its own.
_SPECIAL = str.maketrans({one: f"\\{one}" for one in "\\`*_[]<>#|~&"})
_NEW_LINE = " ↵ "


def pair_table(heading: str, pairs: tuple[Pair, ...]) -> Iterator[str]:
    """One row for each draft; a column that would stay empty is left out."""
    if not pairs:
        return
    columns = {
        "they said": [_cell(pair.said) for pair in pairs],
        "draft": [_marked(pair.before) for pair in pairs],
        "instead": [_cell(pair.after) for pair in pairs],
        "why": [_cell(pair.because) for pair in pairs],
        "where": [_where(pair) for pair in pairs],
    }
    kept = {name: cells for name, cells in columns.items() if any(cells)}
    yield f"## {heading}\n"
    yield _row(kept)
    yield "|---" * len(kept) + "|"
    yield from (_row(cells) for cells in zip(*kept.values(), strict=True))
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(before: str) -> str:
    """The words that must be found are in bold."""
    text, *rest = before.strip("\n").split("[[")
    marked = _plain(text)
    for part in rest:
        words, _, after = part.partition("]]")
        marked += f"**{_plain(words)}**{_plain(after)}"
    return marked


def _cell(text: str) -> str:
    return _plain(text.strip("\n"))


def _plain(text: str) -> str:
    return text.translate(_SPECIAL).replace("\n", _NEW_LINE)


def _where(pair: Pair) -> str:
    said = ["note to colleagues"] if pair.internal else []
    said += [pair.channel.value.replace("_", " ")] if pair.channel is not Channel.CHAT else []
    said += ["leadership in copy"] if pair.leadership else []
    return ", ".join(said)
