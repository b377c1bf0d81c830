"""`calmdesk signs` and `calmdesk explain`: what is looked for, and why."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from calmdesk.cli.inputs import PlaybookOption, playbook_from
from calmdesk.cli.printing import print_closely
from calmdesk.errors import BadInput

if TYPE_CHECKING:
    from rich.console import Console

    from calmdesk.playbook import Playbook, Sign, TriggerRule

Row = tuple[str, str, str, str]
_HEAD: Row = ("sign", "stage", "practice", "what was noticed")


def signs(playbook: PlaybookOption = None) -> None:
    """List every sign and trigger: what is looked for, from the earliest to the gravest."""
    from rich.console import Console

    book = playbook_from(playbook)
    rows = [
        (sign.id, sign.stage.value, " ".join(sign.practice), sign.title)
        for sign in sorted(book.signs.values(), key=lambda sign: (sign.stage.rank, sign.id))
    ]
    rows += [(rule.id, "trigger", " ".join(rule.practice), rule.title) for rule in book.triggers.values()]
    console = Console(highlight=False)
    _table(console, rows) if console.is_terminal else _lines(rows)
    # In a pipe there are rows alone, for whatever counts or sorts them.
    typer.echo(
        f"\n{len(book.signs)} signs, {len(book.triggers)} triggers. More on one: calmdesk explain SIGN",
        err=not console.is_terminal,
    )


def explain(
    rule: Annotated[str, typer.Argument(metavar="SIGN", help="The name of a sign or trigger.")],
    playbook: PlaybookOption = None,
) -> None:
    """Explain one sign: what it is, why it matters, when it is innocent, what helps, and its examples."""
    from rich.console import Console
    from rich.markdown import Markdown

    from calmdesk.proof.page import page_of

    found = _rule(playbook_from(playbook), rule)
    print_closely(Console(highlight=False), Markdown(page_of(found)))


def _table(console: Console, rows: list[Row]) -> None:
    from rich.table import Column, Table

    table = Table(Column(_HEAD[0], no_wrap=True), *_HEAD[1:], box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _lines(rows: list[Row]) -> None:
    """One line for each row, however wide."""
    widths = [max(map(len, column)) for column in zip(_HEAD, *rows, strict=True)]
    for row in (_HEAD, *rows):
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _rule(book: Playbook, name: str) -> Sign | TriggerRule:
    rules = book.rules
    if name in rules:
        return rules[name]
    near = get_close_matches(name, rules, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "calmdesk signs lists them all."
    raise BadInput(f"there is no sign {name!r}", remedy=hint)
