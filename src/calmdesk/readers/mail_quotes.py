"""Which lines of a mail its writer wrote, and which are quoted, a signature or a standing notice.

The published parsers run backtracking patterns over the text: 8 KB of empty lines hold one of them for seconds. Here
every line is looked at a fixed number of times, with RE2 only.
"""

from __future__ import annotations

from dataclasses import dataclass

from calmdesk.readers.mail_attribution import attribution, rest_starts
from calmdesk.readers.mail_lines import BLANKS, Line, next_written, split_lines
from calmdesk.readers.mail_notices import banner_lines, notice_start
from calmdesk.readers.mail_signature import above_rules, signature_start


@dataclass(frozen=True)
class Stretch:
    """Some neighbouring lines of one kind: `start` to `end` in code points."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Cut:
    """The text in stretches: `own`, `quoted`, `signature`, `notice`. Blank edges belong to none."""

    stretches: tuple[Stretch, ...]
    guessed: bool = False

    def of(self, kind: str) -> tuple[Stretch, ...]:
        return tuple(stretch for stretch in self.stretches if stretch.kind == kind)


def cut(text: str, *, answer: bool = True) -> Cut:
    """Tell own words from the rest.

    `answer` says whether this mail answers or forwards something: only then can a block of From:/Sent:/Subject: lines
    at its very top be another person's mail, and not a form. Text behind an unmarked "On … wrote:" counts as quoted
    to the end: words are rather given to nobody than to the wrong person (`guessed` says so).
    """
    lines = split_lines(text)
    kinds = ["own"] * len(lines)
    guessed = _mark_quotes(lines, kinds, answer)
    for index in range(banner_lines(lines, kinds)):
        kinds[index] = "notice"
    for start, end in _runs(kinds, "own"):
        _mark_ends(lines, kinds, start, end)
    return Cut(_stretches(lines, kinds), guessed)


def _mark_quotes(lines: list[Line], kinds: list[str], answer: bool) -> bool:
    """Mark quoted lines; True where everything behind an unmarked attribution was taken as quoted."""
    anything = False
    for index, line in enumerate(lines):
        stripped = line.text.strip(BLANKS)
        if not stripped:
            continue
        if stripped.startswith(">") and not _is_escaped_from(lines, index):
            kinds[index] = "quoted"
            continue
        start = rest_starts(lines, index, stripped, answer or anything)
        if start is not None:
            _fill(kinds, start, len(lines), "quoted")
            return False
        first, strong = attribution(lines, index, stripped)
        if first is not None:
            following = next_written(lines, index + 1)
            if following is None or following.startswith(">"):
                _fill(kinds, first, index + 1, "quoted")
                continue
            if strong:
                _fill(kinds, first, len(lines), "quoted")
                return True
        anything = True
    _mark_wrapped(lines, kinds)
    return False


def _is_escaped_from(lines: list[Line], index: int) -> bool:
    """A mailbox file puts ">" before a line of text that begins with "From "; a quoted line has quoted neighbours."""
    if not lines[index].text.startswith(">From "):
        return False
    return not any(
        line.text.startswith(">") for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    )


def _mark_wrapped(lines: list[Line], kinds: list[str]) -> None:
    """A short leftover between two long quoted lines is the end of a quoted line that was wrapped again."""
    for index in range(1, len(lines) - 1):
        line = lines[index].text
        if (
            kinds[index] == "own"
            and kinds[index - 1] == kinds[index + 1] == "quoted"
            and 0 < len(line) <= 25
            and not line[:1].isupper()
            and len(lines[index - 1].text) >= 70
            and not lines[index - 1].text.rstrip().endswith((".", "?", "!", ":"))
        ):
            kinds[index] = "quoted"


def _mark_ends(lines: list[Line], kinds: list[str], start: int, end: int) -> None:
    """Mark the signature and the notice at the end of one run of own lines."""
    notice = notice_start(lines, start, end)
    if notice is not None:
        _fill(kinds, notice, end, "notice")
        end = notice
    signature = signature_start(lines, start, end)
    if signature is not None:
        _fill(kinds, above_rules(lines, start, signature), end, "signature")


def _fill(kinds: list[str], start: int, end: int, kind: str) -> None:
    kinds[start:end] = [kind] * (end - start)


def _runs(kinds: list[str], kind: str) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, one in enumerate([*kinds, ""]):
        if one == kind and start is None:
            start = index
        elif one != kind and start is not None:
            runs.append((start, index))
            start = None
    return runs


def _stretches(lines: list[Line], kinds: list[str]) -> tuple[Stretch, ...]:
    """Neighbouring lines of one kind, without the blank lines at their edges."""
    found: list[Stretch] = []
    index = 0
    while index < len(lines):
        kind = kinds[index]
        first, last = None, None
        while index < len(lines) and (kinds[index] == kind or (lines[index].blank and kind == "quoted")):
            if not lines[index].blank:
                first = index if first is None else first
                last = index
            index += 1
        if first is not None and last is not None:
            start, end = lines[first].start, lines[last].end
            if found and found[-1].kind == kind:
                found[-1] = Stretch(kind, found[-1].start, end)
            else:
                found.append(Stretch(kind, start, end))
    return tuple(found)
