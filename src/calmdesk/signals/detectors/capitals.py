"""
Shouting in capitals.

Not meant are acronyms, codes, product names, log lines, headings, and a text that is all capitals by habit.
"""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.playbook.detectors import Capitals
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment
from calmdesk.signals.zones import touches

_NOT_BEFORE = r"(?:^|[^A-Za-z0-9_#@$%./\\<{\[-])"
_NOT_AFTER = r"(?:$|[^A-Za-z0-9_(./\\=-]|\.(?:[\s.]|$))"
_RUN = re2.compile(_NOT_BEFORE + r"([A-Z][A-Z'’]*(?:[*_]*[ ,.!?:;\-–—…\"]+[*_]*(?:[A-Z][A-Z'’]*|\d+)\b)*)" + _NOT_AFTER)
_WORD = re2.compile(r"[A-Z][A-Z'’]*")
_QUICK = re2.compile(r"[A-Z]['’]?[A-Z]")
_CAPITALS = re2.compile(r"\b[A-Z]['’]?[A-Z][A-Z'’]*\b")
_HEADING = re2.compile(r"^[\s#*_\-=>\d.)(]*[A-Z0-9 /&',()#*_\-]+[:=\-*_#]*\s*(?:$|:)")
# Capitals that are written so, however long the text: query languages and mail footers.
_WRITTEN_SO = re2.compile(
    r"\b(?:SELECT\b.*\bFROM|INSERT INTO|DELETE FROM|UPDATE\b.*\bSET|FROM \S+ WHERE|ORDER BY|GROUP BY|IF NOT EXISTS|"
    r"NOT NULL|(?:DROP|ALTER|CREATE) (?:TABLE|DATABASE|INDEX|USER|VIEW)|DO NOT (?:REPLY|REMOVE|DELETE|EDIT|ERASE)|"
    r"CONFIDENTIAL|DISCLAIMER|ALL RIGHTS|NOTE:|ATTENTION:|IMPORTANT:|CAUTION:|WARNING:)"
)
# What screens say, and expressions that are one name.
_ON_SCREEN = re2.compile(
    r"\b(?:NOT FOUND|NOT RESPONDING|NOT AVAILABLE|OUT OF (?:OFFICE|MEMORY|SERVICE|ORDER|STOCK)|END OF|AS IS|TO DO|"
    r"EXTERNAL|CAUTION|WARNING|ERROR|FAILED|DENIED|BLUE SCREEN|READ ONLY|READ ME|CAPS LOCK|BIOS|ALL CAPS|WHAT IF|"
    r"HOW TO|REMINDER)\b"
)
_SCREEN_WORDS = 5
_NAMES = 80
_SHORTEST = 3
_LIGHT = " ,.-–—!?:;…*_\"'’"
_NAMED_BEFORE = re2.compile(
    r"(?i)\b(?:says?|said|saying|reads?|reading|shows?|showing|displays?|press|pressed|click|clicked|hit|select|selected|choose|"
    r"button|key|option|menu|tab|field|labell?ed|called|named|titled|message|error|status|state|mode|type|typed|enter|command|"
    r"flag|folder|file|section|header|heading|column|get|getting|got)[ :=,]+(?:(?:the|on|me|a|is|as|to)[ :]+)?[\"'“*]*$"
)
_ONLY_EMPHASIS = frozenset(b"not and or no nor only all any both is are do does must should may never".decode().split())
_GLAD = frozenset(["thank", "thanks", "works", "worked", "thx", "yay", "great", "awesome", "love", "god", "happy"])
_HABIT = 0.7


def find(settings: Capitals, moment: Moment, emphatic: frozenset[str], everyday: frozenset[str]) -> Iterator[Hit]:
    """Runs of shouted words; a run must hold some of the `everyday` words, for acronyms come in rows too."""
    if not _QUICK.search(moment.text) or not any(
        word in everyday or word in emphatic for word in _in_capitals(moment.text)
    ):
        return
    by_habit: bool | None = None
    for run in _RUN.finditer(moment.text):
        if run.end(1) - run.start(1) < _SHORTEST:
            continue
        start, end = _edges(moment.text[run.start(1) : run.end(1)], run.start(1))
        words = [word.replace("'", "").replace("’", "").lower() for word in _WORD.findall(moment.text[start:end])]
        whole = _two_alone(words, everyday) and _is_whole(moment.text, start, end)
        if not (whole or _shouted(settings, words, emphatic, everyday)):
            continue
        if _written_so(moment.text, start, end, len(words)) or touches(moment.zones, start, end):
            continue
        by_habit = _by_habit(moment) if by_habit is None else by_habit
        if by_habit:
            return
        yield Hit(start, end, f"{len(words)} words in capitals" if len(words) > 1 else "a word in capitals")


def _in_capitals(text: str) -> Iterator[str]:
    """Words in capitals, written small; a quick look that spares most messages the patterns."""
    for word in _CAPITALS.finditer(text):
        yield word[0].replace("'", "").replace("’", "").lower()


def _edges(run: str, start: int) -> tuple[int, int]:
    """Without a lone letter at either end: the "I" that begins a plain sentence is always a capital."""
    words = [(found.start(), found.end()) for found in _WORD.finditer(run)]
    long = sum(end - begin > 1 for begin, end in words)
    end = len(run.rstrip(_LIGHT))
    while len(words) > 1 and long < 3 and words[-1][1] - words[-1][0] == 1:
        words.pop()
        end = words[-1][1]
    while len(words) > 1 and long < 2 and words[0][1] - words[0][0] == 1:
        words.pop(0)
    return start + words[0][0], start + end


def _shouted(settings: Capitals, words: list[str], emphatic: frozenset[str], everyday: frozenset[str]) -> bool:
    plain = [word for word in words if word in everyday and len(word) > 1]
    if len(set(words)) < len(words) == 2 or not (_GLAD.isdisjoint(words) or "not" in words):
        return False
    if len(words) >= settings.words and len(set(words)) > 1:
        return len(plain) >= 2 and 5 * len(plain) >= 2 * len(words)
    if any(word in emphatic for word in words):
        return True
    if len(words) != 2 or len(plain) != 2:
        return False
    return _ONLY_EMPHASIS.isdisjoint(words)


def _two_alone(words: list[str], everyday: frozenset[str]) -> bool:
    return len(words) == 2 == len(set(words) & everyday) and _GLAD.isdisjoint(words)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the run is the whole message, a name that is spoken to left out."""
    if len(text) > end - start + _NAMES:
        return False
    rest = text[:start] + text[end:]
    return not any(character.isalnum() for word in rest.split() if not word.startswith("@") for character in word)


def _written_so(text: str, start: int, end: int, count: int) -> bool:
    run = text[start : end + 1]
    if _WRITTEN_SO.search(run) or (count <= _SCREEN_WORDS and _ON_SCREEN.search(run)):
        return True
    if _NAMED_BEFORE.search(text[max(0, start - 40) : start]):
        return True
    if text[end : end + 1] == "]" or text.rfind("[", 0, start) > text.rfind("]", 0, start):
        return True
    return _is_heading(text, start, end, count)


def _is_heading(text: str, start: int, end: int, count: int) -> bool:
    """A line of its own above others, or a label before a colon, as in forms."""
    line_end = text.find("\n", end)
    line_start = text.rfind("\n", 0, start) + 1
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if count > 8 or not _HEADING.match(line):
        return False
    return ":" in text[end : end + 2] or (line_end >= 0 and not line.rstrip().endswith(("!", "?", ".")))


def _by_habit(moment: Moment) -> bool:
    """Whether this person's own earlier messages were in capitals too: then it is how they write."""
    seen = 0
    for past in moment.own_past():
        share = _share_of_capitals(past.text)
        if share is None:
            continue
        if share < _HABIT:
            return False
        seen += 1
        if seen == 2:
            break
    return seen > 0


def _share_of_capitals(text: str) -> float | None:
    letters = [character for character in text if character.isalpha()]
    return sum(character.isupper() for character in letters) / len(letters) if len(letters) > 12 else None
