"""`calmdesk signs` and `calmdesk explain`: what is looked for, and why."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from calmdesk.cli.inputs import PlaybookOption, playbook_from
from calmdesk.errors import BadInput

if TYPE_CHECKING:
    from calmdesk.playbook import Playbook, Sign, TriggerRule


def signs(playbook: PlaybookOption = None) -> None:
    """List every sign and trigger: what is looked for, from the earliest to the gravest."""
    from rich.console import Console
    from rich.table import Column, Table

    book = playbook_from(playbook)
    columns = (Column("sign", no_wrap=True), "stage", "practice", "what was noticed")
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for sign in sorted(book.signs.values(), key=lambda sign: (sign.stage.rank, sign.id)):
        table.add_row(sign.id, sign.stage.value, " ".join(sign.practice), sign.title)
    for trigger in book.triggers.values():
        table.add_row(trigger.id, "trigger", " ".join(trigger.practice), trigger.title)
    console = Console(highlight=False)
    console.print(table)
    console.print(f"\n{len(book.signs)} signs, {len(book.triggers)} triggers. More on one: calmdesk explain SIGN")


def explain(
    rule: Annotated[str, typer.Argument(metavar="SIGN", help="The name of a sign or trigger.")],
    playbook: PlaybookOption = None,
) -> None:
    """Explain one sign: what it is, why it matters, when it is innocent, what helps, and its examples."""
    from rich.console import Console
    from rich.markdown import Markdown

    from calmdesk.proof.page import page_of

    found = _rule(playbook_from(playbook), rule)
    Console(highlight=False).print(Markdown(page_of(found)))


def _rule(book: Playbook, name: str) -> Sign | TriggerRule:
    rules = book.rules
    if name in rules:
        return rules[name]
    near = get_close_matches(name, rules, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "calmdesk signs lists them all."
    raise BadInput(f"there is no sign {name!r}", remedy=hint)
