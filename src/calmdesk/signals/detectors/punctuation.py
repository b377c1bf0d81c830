"""Heavy punctuation: runs of exclamation and question marks in the person's own speech."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.playbook.detectors import Punctuation
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment
from calmdesk.signals.zones import touches

_RUN = re2.compile(r"[!?！？‼⁉](?: ?[!?！？‼⁉])*")
_WARM = frozenset(
    b"thanks thank thankyou thx ty cheers great awesome perfect works worked working wow amazing congrats "
    b"congratulations yay love loved lovely brilliant fantastic welcome sorry happy glad nice cool "
    b"wonderful excellent appreciate appreciated solved fixed resolved lol haha hahaha yes yeah hi hello "
    b"hey bye goodbye birthday merry oops yup yep woohoo hooray hurray bingo".split()
)
_BEFORE = 80
_PLACEHOLDER = re2.compile(r"[=:(\[|/*-] *$")


def find(settings: Punctuation, moment: Moment) -> Iterator[Hit]:
    """Runs of `settings.marks` or more; after thanks, greetings and good news, or as a blank, they are harmless."""
    text = moment.text
    if text.count("!") + text.count("?") < settings.marks and text.isascii():
        return
    for run in _RUN.finditer(text):
        said = text[run.start() : run.end()]
        marks = len(said.replace(" ", "").replace("‼", "!!").replace("⁉", "!?"))
        if marks < settings.marks or touches(moment.zones, run.start(), run.end()):
            continue
        if _stands_for_a_blank(text, run.start(), run.end()) or _warm(text, run.start(), said):
            continue
        yield Hit(run.start(), run.end(), f"{marks} marks in a row")


def _warm(text: str, start: int, run: str) -> bool:
    before = text[max(0, start - _BEFORE) : start].lower().rstrip("!?")
    sentence = max(before.rfind(mark) for mark in ".!?\n")
    words = before[sentence + 1 :].encode("ascii", "replace").replace(b",", b" ").replace(b"*", b" ").split()
    return "?" not in run and not _WARM.isdisjoint(words) and not {b"not", b"never", b"no", b"nothing"} & set(words)


def _stands_for_a_blank(text: str, start: int, end: int) -> bool:
    """`version = ???`, `https://???.test`, `!!!` at the start of a code line."""
    line = text.rfind("\n", 0, start) + 1
    if text[end : end + 1].isalnum() or text[end : end + 1] in ("/", ".", "="):
        return True
    return start > line and bool(_PLACEHOLDER.search(text[max(line, start - _BEFORE) : start]))
