"""Shouting in capitals: not acronyms, codes, product names, log lines or a text that is all capitals by habit."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.playbook.detectors import Capitals
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment
from calmdesk.signals.zones import touches

_RUN = re2.compile(r"\b[A-Z][A-Z']*(?:[ ,.!?-]+(?:[A-Z][A-Z']*|\d+)\b)*[!?]*")
_QUICK = re2.compile(r"[A-Z]{3}")
_WORD = re2.compile(r"[A-Z][A-Z']*")


def find(settings: Capitals, moment: Moment, emphatic: frozenset[str], everyday: frozenset[str]) -> Iterator[Hit]:
    """Runs of shouted words. `everyday` are common English words: a run must hold some, for acronyms come in rows too."""
    if not _QUICK.search(moment.text):
        return
    for run in _RUN.finditer(moment.text):
        words = [word.replace("'", "").lower() for word in _WORD.findall(run[0])]
        plain = [word for word in words if word in everyday and len(word) > 1]
        shouted = (len(words) >= settings.words and 2 * len(plain) >= len(words)) or any(
            word in emphatic for word in words
        )
        if not shouted or (not plain and not any(word in emphatic for word in words)):
            continue
        start, end = run.start(), run.start() + len(run[0].rstrip(" ,.-!?"))
        if not touches(moment.zones, start, end):
            yield Hit(start, end, f"{len(words)} words in capitals" if len(words) > 1 else "a word in capitals")
