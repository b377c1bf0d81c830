"""`calmdesk rules` and `calmdesk signs`: everything the playbook holds, one line for each rule."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from calmdesk.cli.inputs import PlaybookOption, playbook_from

if TYPE_CHECKING:
    from rich.console import Console

    from calmdesk.playbook import Kind, Playbook, Sign

Row = tuple[str, str, str, str]
_SIGN_HEAD: Row = ("sign", "stage", "practice", "what was noticed")
_RULE_HEAD: Row = ("rule", "kind", "practice", "what it is")


class Listed(StrEnum):
    """What to list, as one types it."""

    SIGNS = "signs"
    TRIGGERS = "triggers"
    PHRASING = "phrasing"
    MOVES = "moves"
    NEXT_MOVES = "next-moves"
    BOUNDARIES = "boundaries"


def rules(
    kind: Annotated[Listed | None, typer.Argument(metavar="[KIND]", help=f"One of {', '.join(Listed)}.")] = None,
    playbook: PlaybookOption = None,
) -> None:
    """List the rules of the playbook, all or of one kind: signs, phrasing, moves, next moves and more."""
    book = playbook_from(playbook)
    rows = [row for one in ([kind] if kind else Listed) for row in _ROWS[one](book)]
    counted = [f"{len(book.of_kind(_kind(one)))} {one.replace('-', ' ')}" for one in ([kind] if kind else Listed)]
    _print(_RULE_HEAD, rows, f"{', '.join(counted)}. More on one: calmdesk explain NAME")


def signs(playbook: PlaybookOption = None) -> None:
    """List every sign and trigger: what is looked for, from the earliest to the gravest."""
    book = playbook_from(playbook)
    rows = [(sign.id, sign.stage.value, " ".join(sign.practice), sign.title) for sign in _by_stage(book)]
    said = f"{len(book.signs)} signs, {len(book.triggers)} triggers. More on one: calmdesk explain SIGN"
    _print(_SIGN_HEAD, [*rows, *_triggers(book)], said)


def _kind(listed: Listed) -> Kind:
    from calmdesk.playbook import RULE_KINDS

    return next(kind for kind in RULE_KINDS if kind == listed.value.replace("-", "_"))


def _by_stage(book: Playbook) -> list[Sign]:
    return sorted(book.signs.values(), key=lambda sign: (sign.stage.rank, sign.id))


def _signs(book: Playbook) -> Iterable[Row]:
    for sign in _by_stage(book):
        yield sign.id, f"{sign.stage.value} sign", " ".join(sign.practice), sign.title


def _triggers(book: Playbook) -> Iterable[Row]:
    for rule in book.triggers.values():
        yield rule.id, "trigger", " ".join(rule.practice), rule.title


def _phrasing(book: Playbook) -> Iterable[Row]:
    from calmdesk.playbook import Family

    for one in sorted(book.phrasing.values(), key=lambda one: (list(Family).index(one.family), one.id)):
        yield one.id, f"{one.family.value} {one.severity.value}", " ".join(one.practice), one.title


def _moves(book: Playbook) -> Iterable[Row]:
    for move in book.moves.values():
        yield move.id, "move", " ".join(move.practice), move.title


def _next_moves(book: Playbook) -> Iterable[Row]:
    for move in book.next_moves.values():
        yield move.id, "next move", " ".join(move.practice), move.title


def _boundaries(book: Playbook) -> Iterable[Row]:
    for one in book.boundaries.values():
        yield one.id, f"boundary {one.rung}", " ".join(one.practice), one.title


_ROWS = {
    Listed.SIGNS: _signs,
    Listed.TRIGGERS: _triggers,
    Listed.PHRASING: _phrasing,
    Listed.MOVES: _moves,
    Listed.NEXT_MOVES: _next_moves,
    Listed.BOUNDARIES: _boundaries,
}


def _print(head: Row, rows: list[Row], said: str) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    _table(console, head, rows) if console.is_terminal else _lines(head, rows)
    # In a pipe there are rows alone, for whatever counts or sorts them.
    typer.echo(f"\n{said}", err=not console.is_terminal)


def _table(console: Console, head: Row, rows: list[Row]) -> None:
    from rich.table import Column, Table

    table = Table(Column(head[0], no_wrap=True), *head[1:], box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _lines(head: Row, rows: list[Row]) -> None:
    """One line for each row, however wide."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
