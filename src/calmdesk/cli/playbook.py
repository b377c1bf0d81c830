"""`calmdesk playbook`: a team proves its own signs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True)
RULE_FOLDERS = ("signs", "triggers", "phrasing", "moves", "boundaries")


@app.callback()
def _group() -> None:
    """Work on signs of your own."""


@app.command("check")
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR",
            help="Your folder with signs/, phrasing/, moves/, words/ or triggers/. Default: what comes along.",
        ),
    ] = None,
) -> None:
    """Prove a playbook: read every file, run every example against the real engine, say what does not hold."""
    from calmdesk.playbook import load_playbook
    from calmdesk.proof import Verdict, prove

    book = load_playbook(*([folder] if folder else []))
    own = _own_rules(folder) if folder else None
    proofs = list(prove(book, own))
    for proof in proofs:
        if proof.verdict is Verdict.FAILS:
            typer.echo(f"FAILS    {proof.id}: {proof.says}")
        elif proof.verdict is Verdict.PROMOTE:
            typer.echo(f"PROMOTE  {proof.id}: it holds now; move it to match or no_match ({proof.says})")
    found = Counter(proof.verdict for proof in proofs)
    wrong = found[Verdict.FAILS] + found[Verdict.PROMOTE]
    rules = len({proof.id.split("/")[0] for proof in proofs})
    counted = f"{_count(rules, 'rule')}, {_count(len(proofs), 'example')}"
    untried = f" {found[Verdict.UNTRIED]} need the model, which is not installed." if found[Verdict.UNTRIED] else ""
    typer.echo(f"{counted}, {found[Verdict.HOLDS]} hold, {wrong} do not.{untried}")
    raise typer.Exit(2 if wrong else 0)


def _own_rules(folder: Path) -> frozenset[str]:
    return frozenset(path.stem for kind in RULE_FOLDERS for path in (folder / kind).glob("*.toml"))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
