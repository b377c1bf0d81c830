"""`calmdesk backtest`: try calmdesk on one's own past before going live."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from calmdesk.cli.inputs import AgentOption, FormatOption, PlaybookOption, conversations, model_from, playbook_from

if TYPE_CHECKING:
    from rich.console import Console

    from calmdesk.archive import Backtest
    from calmdesk.conversation import Conversation
    from calmdesk.errors import BadInput


def backtest(
    exports: Annotated[
        list[str], typer.Argument(metavar="EXPORT", help="A folder, mbox, JSON Lines, CSV or any known format.")
    ],
    samples: Annotated[int, typer.Option(help="How many findings to draw for marking.", min=0, max=1000)] = 50,
    seed: Annotated[int, typer.Option(help="The same seed draws the same samples.")] = 1,
    mark: Annotated[bool, typer.Option("--mark", help="Mark the samples right or wrong, here and now.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="Save the report here; marks continue where they were left.")
    ] = None,
    agent: AgentOption = None,
    format: FormatOption = None,  # noqa: A002  the option is called --format
    playbook: PlaybookOption = None,
    no_model: Annotated[bool, typer.Option("--no-model", help="Use the signs alone: much quicker.")] = False,
) -> None:
    """Try calmdesk on your own past before going live.

    Prints what was read, what each sign would have alarmed per week, what was not judged and why, and draws samples.
    Marked samples give each sign its own precision on your desk's words.
    """
    from rich.console import Console

    from calmdesk.archive import Report, load_report, make_way_for_report, run_backtest, save_report
    from calmdesk.cli.marking import check_terminal, mark_samples, print_precision

    console = Console(highlight=False)
    book = playbook_from(playbook)
    if mark:
        check_terminal()
    if out is not None:
        make_way_for_report(out)
    marks = dict(load_report(out).marks) if out is not None and out.exists() else {}
    with _Bar() as bar:
        items = (item for _, item in conversations(exports, agent, format))
        found = run_backtest(_counted(items, bar), book, samples=samples, seed=seed, model=model_from(without=no_model))
    _print(console, found)
    if mark:
        for key, value in mark_samples(console, found.samples, marks, book):
            marks[key] = value
            if out is not None:
                save_report(out, Report(backtest=found, marks=marks))
    if out is not None:
        save_report(out, Report(backtest=found, marks=marks))
        console.print(f"\nSaved to {out} (it quotes messages: keep it where the export is).")
    if marks:
        print_precision(console, found.samples, marks)
    elif found.samples and not mark:
        console.print(
            f"\n{len(found.samples)} samples are drawn. Mark them: add --mark, and --out FILE to keep the marks."
        )


class _Bar:
    """A progress bar on stderr that counts conversations; silent where stderr is no terminal."""

    def __enter__(self) -> _Bar:
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("reading"),
            MofNCompleteColumn(),
            TextColumn("conversations"),
            TimeElapsedColumn(),
            console=console,
            disable=not console.is_terminal,
            transient=True,
        )
        self._task = self._progress.add_task("", total=None)
        self._progress.start()
        return self

    def step(self) -> None:
        self._progress.advance(self._task)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()


def _counted(items: Iterator[Conversation | BadInput], bar: _Bar) -> Iterator[Conversation | BadInput]:
    for item in items:
        yield item
        bar.step()


def _print(console: Console, found: Backtest) -> None:
    from rich.table import Column, Table

    console.print(f"{found.conversations:,} conversations, {found.messages:,} messages read")
    for label, count in (
        ("without any finding", found.calm),
        ("with a first shift", found.shifted),
        ("rising or above", found.raised),
        ("conduct", found.conduct),
    ):
        share = f"{count / found.conversations:.1%}" if found.conversations else ""
        console.print(f"  {count:8,}  {share:>6}  {label}")
    weeks = list(found.by_week)
    if found.by_sign:
        shown = weeks[-6:]
        table = Table(
            Column("sign", no_wrap=True),
            "all",
            *shown,
            title="Findings per sign and week",
            title_justify="left",
            box=None,
        )
        for sign, count in found.by_sign.items():
            table.add_row(sign, f"{count:,}", *(str(found.by_week[week].get(sign, "")) for week in shown))
        console.print()
        console.print(table)
        if len(weeks) > len(shown):
            console.print(f"  (the last {len(shown)} of {len(weeks)} weeks; --out saves them all)")
    for heading, counts in (("Not judged", found.not_judged), ("Not read", found.refused)):
        if counts:
            console.print(f"\n{heading}")
            for why, count in counts.items():
                console.print(f"  {count:8,}  {why}")
