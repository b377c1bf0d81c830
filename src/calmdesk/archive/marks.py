"""A person's marks on samples: right, wrong or unsure; they give each sign its own precision on this desk's words."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import msgspec

from calmdesk.archive.backtest import Backtest
from calmdesk.archive.interval import Rate, rate
from calmdesk.archive.samples import Sample
from calmdesk.errors import BadInput


class Mark(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a backtest found and how it was marked; the file holds the quoted words, so keep it where the export is."""

    backtest: Backtest
    marks: dict[str, Mark] = {}


def precision(samples: Iterable[Sample], marks: Mapping[str, Mark]) -> dict[str, Rate]:
    """Per sign: right among right and wrong (unsure ones are left out), with a 95 % interval."""
    right: dict[str, int] = {}
    marked: dict[str, int] = {}
    for sample in samples:
        right.setdefault(sample.rule, 0)
        marked.setdefault(sample.rule, 0)
        mark = marks.get(sample.key)
        right[sample.rule] += mark is Mark.RIGHT
        marked[sample.rule] += mark in (Mark.RIGHT, Mark.WRONG)
    return {rule: rate(right[rule], marked[rule]) for rule in sorted(right)}


def load_report(path: Path) -> Report:
    """A report saved before."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Report)
    except msgspec.MsgspecError as error:
        raise BadInput(f"not a backtest report: {error}", where=str(path), remedy="Run the backtest again.") from None


def make_way_for_report(path: Path) -> None:
    """Make the folder of a report and try it, so that nobody reads an export for an hour and then cannot save."""
    with _named(path):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(_opened(_part(path)))
        _part(path).unlink()


def save_report(path: Path, report: Report) -> None:
    """Write the report whole or not at all, readable by its owner only."""
    with _named(path):
        with os.fdopen(_opened(_part(path)), "wb") as handle:
            handle.write(msgspec.json.format(msgspec.json.encode(report), indent=1))
            handle.flush()
            os.fsync(handle.fileno())
        _part(path).replace(path)


def _part(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _opened(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Where a file has the name of the folder, "file exists" would send a person to the wrong place.
        why = (
            "a folder in it is a file"
            if isinstance(error, FileExistsError)
            else (error.strerror or "it failed").lower()
        )
        raise BadInput(
            f"the report cannot be saved there ({why})",
            where=str(path),
            remedy="Give the name of a file in a folder that you may write to.",
        ) from None
