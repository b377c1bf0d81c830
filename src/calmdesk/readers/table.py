"""Rows of a CSV file with their lines, read so that one bad row does not stop the others."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calmdesk.readers.columns import columns
from calmdesk.readers.text import Line, Text

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 20


@dataclass(frozen=True)
class Row:
    """The cells of one row, and where it stands in the text. No cells where the row cannot be read."""

    cells: Sequence[str]
    number: int
    start: int
    end: int
    problem: str = ""


def delimiter_of(lines: Sequence[str]) -> tuple[str, dict[str, int]]:
    """The delimiter under which the first filled line is the header of a table of messages, and its columns.

    Excel in many countries writes semicolons and still calls it CSV.
    """
    best: tuple[str, dict[str, int]] = ("", {})
    for delimiter in _DELIMITERS:
        try:
            rows_seen = csv.reader(lines[:_LOOKED_AT], delimiter=delimiter)
            header = next((cells for cells in rows_seen if any(cells)), [])
        except csv.Error:
            continue
        found = columns(header)
        if len(found) > len(best[1]):
            best = (delimiter, found)
    return best


def rows(text: Text, delimiter: str) -> Iterator[Row]:
    """Every row after the header. A quote that is never closed ends at the size limit of a cell, with a problem."""
    lines = list(text.lines())
    reader = csv.reader((line.text + "\n" for line in lines), delimiter=delimiter)
    done = 0
    header = True
    while True:
        problem = ""
        cells: list[str] = []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problem = str(error)
        first, last = _span(lines, done, reader.line_num)
        done = reader.line_num
        if not any(cells) and not problem:
            continue
        if header:
            header = False
            continue
        yield Row(cells, first.number, first.start, last.end, problem)


def _span(lines: Sequence[Line], start: int, end: int) -> tuple[Line, Line]:
    return lines[min(start, len(lines) - 1)], lines[max(min(end, len(lines)) - 1, 0)]
