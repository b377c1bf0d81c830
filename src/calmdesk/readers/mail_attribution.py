"""The lines that mail programs put above the mail that is answered."""

from __future__ import annotations

from collections.abc import Sequence

from calmdesk.readers.mail_lines import BLANKS, MAX_LINE, Line, is_rule
from calmdesk.readers.mail_phrases import FORWARDED, REPLY_ABOVE, WROTE, WROTE_OPENED, WROTE_VERB, label_kind

_ATTRIBUTION_LINES = 4
_HEADER_LINES = 10


def rest_starts(lines: Sequence[Line], index: int, stripped: str, answer: bool) -> int | None:
    """Where the quoted rest begins, if this line says that all that follows is quoted."""
    if len(stripped) > MAX_LINE:
        return None
    if FORWARDED.search(stripped) or REPLY_ABOVE.search(stripped):
        return index
    if answer and label_kind(stripped) and _header_block(lines, index):
        above = index - 1
        while above >= 0 and lines[above].blank:
            above -= 1
        rule = above >= 0 and is_rule(lines[above].text)
        return above if rule else index
    return None


def attribution(lines: Sequence[Line], index: int, stripped: str) -> tuple[int | None, bool]:
    """The first line of an "On … wrote:" that ends here, and whether it names a time or an address.

    Mail programs wrap it over up to four lines.
    """
    if not stripped.endswith((":", "：")) or len(stripped) > MAX_LINE:
        return None, False
    joined = stripped
    first = index
    candidates: list[tuple[int, str]] = [(index, joined)]
    while first > 0 and index - first < _ATTRIBUTION_LINES - 1:
        above = lines[first - 1].text.strip(BLANKS)
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


def _header_block(lines: Sequence[Line], index: int) -> bool:
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


def _names_when_or_who(text: str) -> bool:
    return "@" in text or any(
        text[at - 1 : at].isdigit() and text[at + 1 : at + 3].isdigit()
        for at in range(1, len(text))
        if text[at] in ":."
    )
