"""Which lines of a mail its writer wrote, and which are quoted, a signature or a standing notice.

The published parsers run backtracking patterns over the text: 8 KB of empty lines hold one of them for seconds. Here
every line is looked at a fixed number of times, with RE2 only.
"""

from __future__ import annotations

from dataclasses import dataclass

from calmdesk.readers.mail_notices import banner_lines, notice_start
from calmdesk.readers.mail_phrases import (
    CLOSING,
    FORWARDED,
    MOBILE,
    REPLY_ABOVE,
    WROTE,
    WROTE_OPENED,
    WROTE_VERB,
    label_kind,
)

MAX_LINE = 300
_ATTRIBUTION_LINES = 4
_HEADER_LINES = 10
_MAX_SIGNATURE_LINES = 12


@dataclass(frozen=True)
class Line:
    """One line of the text without its line end: `start` to `end` in code points."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip(" \t\r\xa0\ufeff\u200b")


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


def split_lines(text: str) -> list[Line]:
    """Lines at line feeds only, so that other separators stay inside their line."""
    lines: list[Line] = []
    start = 0
    for part in text.split("\n"):
        lines.append(Line(start, start + len(part), part))
        start += len(part) + 1
    return lines


def _mark_quotes(lines: list[Line], kinds: list[str], answer: bool) -> bool:
    """Mark quoted lines; True where everything behind an unmarked attribution was taken as quoted."""
    anything = False
    for index, line in enumerate(lines):
        stripped = line.text.strip(" \t\xa0\ufeff\u200b")
        if not stripped:
            continue
        if stripped.startswith(">") and not _is_escaped_from(lines, index):
            kinds[index] = "quoted"
            continue
        start = _rest_starts(lines, index, stripped, answer or anything)
        if start is not None:
            _fill(kinds, start, len(lines), "quoted")
            return False
        first, strong = _attribution(lines, index, stripped)
        if first is not None:
            following = _next_written(lines, index + 1)
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


def _rest_starts(lines: list[Line], index: int, stripped: str, answer: bool) -> int | None:
    """Where the quoted rest begins, if this line says that all that follows is quoted."""
    if len(stripped) > MAX_LINE:
        return None
    if FORWARDED.search(stripped) or REPLY_ABOVE.search(stripped):
        return index
    if answer and label_kind(stripped) and _header_block(lines, index):
        above = index - 1
        while above >= 0 and lines[above].blank:
            above -= 1
        rule = above >= 0 and _is_rule(lines[above].text)
        return above if rule else index
    return None


def _header_block(lines: list[Line], index: int) -> bool:
    """From:, Sent:, To:, Subject: as Outlook and others put them above the mail they answer, in any order."""
    kinds: set[str] = set()
    address = False
    blanks = 0
    for line in lines[index : index + _HEADER_LINES]:
        if line.blank:
            blanks += 1
            if blanks > 1 or len(kinds) > 2:
                break
            continue
        kind = label_kind(line.text.strip())
        if kind is None:
            continue
        kinds.add(kind)
        address = address or (kind == "from" and "@" in line.text[:MAX_LINE])
        blanks = 0
    if "from" not in kinds or len(kinds) < 3:
        return False
    return "subject" in kinds or ("date" in kinds and address)


def _attribution(lines: list[Line], index: int, stripped: str) -> tuple[int | None, bool]:
    """The first line of an "On … wrote:" that ends here, and whether it names a time or an address.

    Mail programs wrap it over up to four lines.
    """
    if not stripped.endswith((":", "：")) or len(stripped) > MAX_LINE:
        return None, False
    joined = stripped
    first = index
    candidates: list[tuple[int, str]] = [(index, joined)]
    while first > 0 and index - first < _ATTRIBUTION_LINES - 1:
        above = lines[first - 1].text.strip(" \t\xa0\ufeff\u200b")
        if not above or above.startswith(">") or len(above) > MAX_LINE:
            break
        first -= 1
        joined = f"{above} {joined}"
        candidates.append((first, joined))
    if not joined.endswith((">:", ">：")) and not WROTE_VERB.search(joined):
        return None, False
    for start, candidate in candidates:
        if WROTE_OPENED.search(candidate):
            return start, _names_when_or_who(candidate)
    for start, candidate in candidates[:2]:
        if WROTE.search(candidate) and _names_when_or_who(candidate):
            return start, True
    return None, False


def _names_when_or_who(text: str) -> bool:
    return "@" in text or any(
        text[at - 1 : at].isdigit() and text[at + 1 : at + 3].isdigit()
        for at in range(1, len(text))
        if text[at] in ":."
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
    signature = _signature_start(lines, start, end)
    if signature is not None:
        _fill(kinds, _above_rules(lines, start, signature), end, "signature")


def _above_rules(lines: list[Line], start: int, end: int) -> int:
    """A line of dashes right above the signature belongs to it."""
    while end > start and (lines[end - 1].blank or _is_rule(lines[end - 1].text)):
        end -= 1
    return end


def _signature_start(lines: list[Line], start: int, end: int) -> int | None:
    """Where a signature begins: the "-- " line, "Sent from my …", a list footer, or a closing with a name block."""
    found: int | None = None
    written = [index for index in range(start, end) if not lines[index].blank]
    for place, index in enumerate(written):
        text = lines[index].text
        left = len(written) - place - 1
        if text.rstrip("\r") == "-- " or (
            text.strip() in ("--", "—", "—-", "__", "-–") and left <= _MAX_SIGNATURE_LINES
        ):
            return index
        if left <= _MAX_SIGNATURE_LINES and _is_rule(text) and _is_footer(lines, written[place + 1 :]):
            return index
        if place and _is_closing(lines[written[place - 1]].text) and text.strip("_ \t") == "" and left:
            return index
        if left <= 2 and len(text) <= 100 and MOBILE.match(text.strip()):
            return index
        if found is None and place > 0 and left and left <= _MAX_SIGNATURE_LINES:
            names = _names_below_closing(lines, written, place)
            if names and all(_is_name_line(lines[later].text) for later in names):
                found = names[0]
    return found


def _names_below_closing(lines: list[Line], written: list[int], place: int) -> list[int]:
    """The lines below "Best regards"; the closing itself is the writer's own word and stays."""
    if not _is_closing(lines[written[place]].text):
        return []
    while place < len(written) and _is_closing(lines[written[place]].text):
        place += 1
    return written[place:]


def _is_closing(text: str) -> bool:
    return len(text) <= 60 and CLOSING.match(text.strip()) is not None


def _is_name_line(text: str) -> bool:
    """Short, and no sentence: a name, a job, a number. A postscript is a sentence and keeps the whole block."""
    stripped = text.strip()
    if stripped.lower().startswith(("ps", "p.s", "p.p.s", "nb", "n.b")):
        return False
    return len(stripped) <= 80 and len(stripped.split()) <= 8 and not stripped.endswith(("?", "!", ".", ":"))


def _is_rule(text: str) -> bool:
    stripped = text.strip()
    return len(stripped) >= 5 and not stripped.strip("_-=*—–")


def _is_footer(lines: list[Line], written: list[int]) -> bool:
    """The footer that mailing lists and portals add."""
    block = " ".join(lines[index].text[:MAX_LINE] for index in written).lower()
    return any(word in block for word in ("mailing list", "unsubscribe", "listinfo", "you are receiving this"))


def _next_written(lines: list[Line], start: int) -> str | None:
    for line in lines[start : start + 20]:
        if not line.blank:
            return line.text.strip(" \t\xa0\ufeff\u200b")
    return None


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
