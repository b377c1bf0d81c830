"""Parts of a message that are not the person's own speech: quoted lines, code, logs, links, quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from typing import NamedTuple

import re2


class ZoneKind(StrEnum):
    QUOTED = "quoted"
    CODE = "code"
    LOG = "log"
    LINK = "link"
    IN_QUOTES = "in quotation marks"


class Zone(NamedTuple):
    start: int
    end: int
    kind: ZoneKind


_INLINE = re2.compile(
    r"(?P<fence>```[\s\S]*?(?:```|\z))"
    r"|(?P<code>`[^`\n]{1,200}`)"
    r"|(?P<link>\b(?:https?|ftp|file)://\S+|\bwww\.\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+)"
    r"|(?P<path>(?:[A-Za-z]:\\|/)(?:[\w.@~-]+[/\\])+[\w.@~-]*)"
    r"|(?P<said>\"[^\"\n]{2,300}\"|“[^”\n]{2,300}”|«[^»\n]{2,300}»)"
)
_KIND = {
    "fence": ZoneKind.CODE,
    "code": ZoneKind.CODE,
    "link": ZoneKind.LINK,
    "path": ZoneKind.LINK,
    "said": ZoneKind.IN_QUOTES,
}
_QUOTED_LINE = re2.compile(r"^\s{0,3}(?:>|\|\s)")
_LOG_LINE = re2.compile(
    r"^\s*(?:"
    r"\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d"  # 2026-01-05 10:32
    r"|\[?\d\d:\d\d:\d\d[\].,]"  # 10:32:11.123
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} \d\d:\d\d:\d\d "
    r"|\[[ \d.]{4,}\] "  # [    1.234567] kernel
    r"|(?:FATAL|ERROR|WARN|WARNING|INFO|DEBUG|TRACE|CRITICAL|NOTICE|SEVERE|E|W)[:\]]"
    r"|at [\w$.<>]+\([\w.: ]*\)"  # Java
    r"|File \"[^\"]+\", line \d+"  # Python
    r"|Traceback \(most"
    r"|(?:Exception|Caused by|Error)\b.*:"
    r"|[\w.]+(?:Exception|Error)\b"
    r"|[$#] \w"  # a shell prompt
    r"|[\w.-]+@[\w.-]+:\S*[$#]"
    r"|C:\\\S*>"
    r"|(?:0x[0-9a-fA-F]{4,}|[0-9a-fA-F]{8,})\b"
    r"|[+\-]{3} |@@ |diff --git|#\d+ 0x"
    r")"
)


def zones_of(text: str) -> tuple[Zone, ...]:
    """Zones of a text as received, in order of both start and end; they may overlap, but none lies within another."""
    found = list(_lines(text))
    found += (Zone(match.start(), match.end(), _KIND[match.lastgroup]) for match in _INLINE.finditer(text))
    kept: list[Zone] = []
    for zone in sorted(found):
        if not kept or zone.end > kept[-1].end:
            kept.append(zone)
    return tuple(kept)


def _lines(text: str) -> list[Zone]:
    found: list[Zone] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if _QUOTED_LINE.match(line):
            found.append(Zone(start, end, ZoneKind.QUOTED))
        elif _LOG_LINE.match(line):
            found.append(Zone(start, end, ZoneKind.LOG))
        elif line.startswith(("    ", "\t")) and len(line.strip()) > 3 and "\n" in text:
            found.append(Zone(start, end, ZoneKind.CODE))
        start = end + 1
    return found


def touches(zones: tuple[Zone, ...], start: int, end: int, *, in_quotes: bool = False) -> bool:
    """Whether a span reaches into a zone; `in_quotes` lets words in quotation marks count as speech."""
    # From the last zone that begins before the end: a text of nothing but links has thousands.
    place = bisect_left(zones, (end,))
    while place and zones[place - 1].end > start:
        place -= 1
        if not (in_quotes and zones[place].kind is ZoneKind.IN_QUOTES):
            return True
    return False


def own_words(text: str, zones: tuple[Zone, ...]) -> str:
    """The text without its zones, for judging the language."""
    kept, at = [], 0
    for zone in zones:
        if zone.start > at:
            kept.append(text[at : zone.start])
        at = max(at, zone.end)
    return " ".join([*kept, text[at:]])
