"""`calmdesk explain`: one rule of any kind, and why it is there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from calmdesk.cli.inputs import PlaybookOption, playbook_from
from calmdesk.cli.printing import print_closely
from calmdesk.errors import BadInput

if TYPE_CHECKING:
    from calmdesk.playbook import Playbook, Rule


def explain(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A sign, trigger, phrasing, move, next move or boundary.")
    ],
    playbook: PlaybookOption = None,
) -> None:
    """Explain one rule: what it is, why, when it is innocent or fine, what helps or what to say, its examples."""
    from rich.console import Console
    from rich.markdown import Markdown

    from calmdesk.proof.pages import page_of

    found = _rule(playbook_from(playbook), name)
    print_closely(Console(highlight=False), Markdown(page_of(found)))


def _rule(book: Playbook, name: str) -> Rule:
    rules = book.rules
    if name in rules:
        return rules[name]
    near = get_close_matches(name, rules, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "calmdesk rules lists them all."
    raise BadInput(f"there is no rule {name!r}", remedy=hint)
