"""Cutting in: speaking into another's turn."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook.detectors import Interruption
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, words_of


def find(settings: Interruption, moment: Moment) -> Iterator[Hit]:
    """An empty span, at the `times`-th time this person cut in, by the recording's own mark or by the times."""
    if not _cuts_in(settings, moment):
        return
    times = 1 + sum(_cuts_in(settings, past) for past in moment.own_past())
    if times >= settings.times:
        yield Hit(0, 0, f"cuts in while the other is speaking ({times} times so far)")


def _cuts_in(settings: Interruption, moment: Moment) -> bool:
    if len(words_of(moment.folded.data)) < settings.words:
        return False  # "mhm", "yes" while the other speaks is listening
    if moment.message.interrupts is not None:
        return True
    start = moment.message.start_s
    other = moment.earlier
    if start is None or other is None or other.message.sender == moment.message.sender:
        return False
    if other.message.end_s is None or other.message.start_s is None or other.message.start_s >= start:
        return False
    if len(words_of(other.folded.data)) < settings.words:
        return False
    overlap = other.message.end_s - start
    return overlap >= settings.seconds
