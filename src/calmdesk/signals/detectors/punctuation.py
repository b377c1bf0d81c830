"""Heavy punctuation: runs of exclamation and question marks in the person's own speech."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.playbook.detectors import Punctuation
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment
from calmdesk.signals.zones import touches

_RUN = re2.compile(r"[!?](?: ?[!?])+")
_WARM = frozenset(b"thanks thank great awesome perfect cheers works worked wow amazing congrats yay love brilliant fantastic welcome".split())


def find(settings: Punctuation, moment: Moment) -> Iterator[Hit]:
    """Runs of `settings.marks` or more, except after thanks and good news."""
    if "!!" not in moment.text and "??" not in moment.text and "?!" not in moment.text and "!?" not in moment.text:
        return
    for run in _RUN.finditer(moment.text):
        marks = len(run[0].replace(" ", ""))
        if marks < settings.marks or touches(moment.zones, run.start(), run.end()):
            continue
        before = moment.text[max(0, run.start() - 60) : run.start()].lower()
        sentence = max(before.rfind(mark) for mark in ".!?\n")
        if not _WARM.isdisjoint(before[sentence + 1 :].encode("ascii", "replace").replace(b",", b" ").split()):
            continue
        yield Hit(run.start(), run.end(), f"{marks} marks in a row")
