"""Marking samples in a terminal, one key each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from calmdesk.archive import Mark, Sample, precision
from calmdesk.errors import BadInput

if TYPE_CHECKING:
    from rich.console import Console

    from calmdesk.playbook import Playbook

_KEYS = {"r": Mark.RIGHT, "w": Mark.WRONG, "u": Mark.UNSURE}


def check_terminal() -> None:
    """Raise BadInput where no key can be read; ask before the export is read, not after."""
    if not _can_ask():
        raise BadInput(
            "marking needs a terminal to ask in, and there is none",
            where="--mark",
            remedy="Run it in a terminal, or leave out --mark and save the samples with --out FILE.",
        )


def mark_samples(
    console: Console, samples: tuple[Sample, ...], marks: Mapping[str, Mark], playbook: Playbook
) -> Iterator[tuple[str, Mark]]:
    """Ask for each sample that is not marked yet; q stops, and what was marked stays."""
    open_samples = [sample for sample in samples if sample.key not in marks]
    for place, sample in enumerate(open_samples, 1):
        sign = playbook.signs.get(sample.rule)
        console.rule(f"{place} of {len(open_samples)}  {sample.rule}")
        if sign is not None:
            console.print(Text(sign.definition.strip(), style="dim"))
        if sample.said_before:
            console.print(Text(f"before:  {sample.said_before}", style="dim"))
        console.print(Text(sample.before).append(sample.quote, style="bold underline").append(sample.after))
        if not sample.quote:
            console.print(Text(sample.reason, style="italic"))
        while True:
            console.print("[b]r[/]ight  [b]w[/]rong  [b]u[/]nsure  [b]s[/]kip  [b]q[/]uit  ", end="")
            key = typer.getchar().lower()
            console.print(key)
            if key == "q":
                return
            if key == "s":
                break
            if key in _KEYS:
                yield sample.key, _KEYS[key]
                break


def print_precision(console: Console, samples: tuple[Sample, ...], marks: Mapping[str, Mark]) -> None:
    """Each sign's precision on this desk's words."""
    console.print("\nPrecision by your marks")
    for rule, found in precision(samples, marks).items():
        if found.n:
            console.print(f"  {rule:36} {found}")


def _can_ask() -> bool:
    """Keys are read from standard input, or from the terminal behind it where it is redirected."""
    try:
        descriptor = sys.stdin.fileno()
    except (OSError, ValueError):
        return True  # not the process's own input: whoever put this one there answers
    if os.isatty(descriptor):
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR))
    except OSError:
        return False
    return True
