"""The lines of a text and their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MAX_LINE = 300
BLANKS = " \t\r\xa0\ufeff\u200b"


@dataclass(frozen=True)
class Line:
    """One line of the text without its line end: `start` to `end` in code points."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip(BLANKS)


def split_lines(text: str) -> list[Line]:
    """Lines at line feeds only, so that other separators stay inside their line."""
    lines: list[Line] = []
    start = 0
    for part in text.split("\n"):
        lines.append(Line(start, start + len(part), part))
        start += len(part) + 1
    return lines


def is_rule(text: str) -> bool:
    """A line of dashes or the like, as it stands above signatures and quoted mails."""
    stripped = text.strip()
    return len(stripped) >= 5 and not stripped.strip("_-=*—–")


def next_written(lines: Sequence[Line], start: int) -> str | None:
    """The next line with something on it, from `start` on."""
    for line in lines[start : start + 20]:
        if not line.blank:
            return line.text.strip(BLANKS)
    return None
