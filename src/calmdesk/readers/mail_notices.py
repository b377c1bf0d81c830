"""Standing notices that a mail server puts above or below what a person wrote."""

from __future__ import annotations

from collections.abc import Sequence

import re2

from calmdesk.readers.mail_lines import Line

_BANNER = re2.compile(
    r"(?i)^\W{0,8}(?:caution|warning|attention|external|\[?external(?: e-?mail| sender)?\]?|achtung|vorsicht|extern)\b"
)
_BANNER_WORDS = ("outside", "external", "sender", "links", "attachments", "extern", "absender", "anhänge")
_NOTICE = re2.compile(
    r"(?i)^\W{0,8}(?:disclaimer|confidentiality|confidential notice|privileged|important notice"
    r"|legal notice|notice:"
    r"|this (?:e-?mail|message|communication|transmission)"
    r"|the (?:information|contents?) (?:contained |transmitted )?(?:in|of)"
    r" this|the information in this|diese (?:e-?mail|nachricht)|ce (?:message|courriel)|este (?:mensaje|correo)"
    r"|questo messaggio|dit bericht|if you (?:are|have) (?:not|received))"
)
_NOTICE_WORDS = (
    "intended",
    "recipient",
    "confidential",
    "privileged",
    "unauthori",
    "disclos",
    "delete",
    "notify",
    "viruses",
    "prohibited",
    "empfänger",
    "vertraulich",
    "destinataire",
    "confidentiel",
)
_LOOKED_AT = 2_000


def banner_lines(lines: Sequence[Line], kinds: Sequence[str]) -> int:
    """How many lines at the top are a banner such as "CAUTION: this email came from outside"."""
    first = next((index for index, line in enumerate(lines[:10]) if not line.blank), None)
    if first is None or kinds[first] != "own" or not _BANNER.search(lines[first].text[:_LOOKED_AT]):
        return 0
    end = first
    while end < len(lines) and not lines[end].blank and end - first < 6:
        end += 1
    block = _block(lines, first, end)
    return end if sum(word in block for word in _BANNER_WORDS) >= 2 else 0


def notice_start(lines: Sequence[Line], start: int, end: int) -> int | None:
    """The first line of a confidentiality notice below what was written; never the first paragraph."""
    paragraph = True
    written = False
    for index in range(start, end):
        line = lines[index]
        if line.blank or not line.text.strip("-_=* \t"):
            paragraph = True
            continue
        if paragraph and written and _NOTICE.search(line.text[:200].strip()):
            block = _block(lines, index, min(end, index + 40))
            if sum(word in block for word in _NOTICE_WORDS) >= 2:
                return _with_rule_above(lines, start, index)
        paragraph, written = False, True
    return None


def _with_rule_above(lines: Sequence[Line], start: int, index: int) -> int:
    above = index - 1
    while above > start and lines[above].blank:
        above -= 1
    ruled = above > start and len(lines[above].text.strip()) >= 5 and not lines[above].text.strip("-_=* \t")
    return above if ruled else index


def _block(lines: Sequence[Line], start: int, end: int) -> str:
    return " ".join(line.text[:_LOOKED_AT] for line in lines[start:end])[: 2 * _LOOKED_AT].lower()
