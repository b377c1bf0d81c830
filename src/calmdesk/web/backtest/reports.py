"""Backtest reports in the data folder: found by name, and marked one sample at a time."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

import msgspec

from calmdesk.archive import Mark, Report, load_report, save_report
from calmdesk.errors import BadInput

_one_at_a_time = Lock()


def folder_of(data: Path) -> Path:
    """Where `calmdesk backtest EXPORT --out FILE` should put a report that is to be marked here."""
    return data / "backtests"


def names(folder: Path) -> tuple[str, ...]:
    """The reports there are, latest first."""
    if not folder.is_dir():
        return ()
    files = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    return tuple(path.stem for path in files)


def load(folder: Path, name: str) -> Report | None:
    """The report of that name; None where there is none, or it cannot be read."""
    if name not in names(folder):
        return None
    try:
        return load_report(folder / f"{name}.json")
    except BadInput:
        return None


def mark(folder: Path, name: str, key: str, word: Mark) -> bool:
    """Write one mark into the report; False where there is no such sample. A mark in a terminal at the same moment is
    the one thing that could be lost: whoever writes last wins.
    """
    with _one_at_a_time:
        report = load(folder, name)
        if report is None or key not in {sample.key for sample in report.backtest.samples}:
            return False
        save_report(folder / f"{name}.json", msgspec.structs.replace(report, marks={**report.marks, key: word}))
    return True
