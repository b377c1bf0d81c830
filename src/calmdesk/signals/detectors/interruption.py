"""Cutting in: speaking into another's turn."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook.detectors import Interruption
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment

# What a recording's own mark says where it gives no times: long enough to be heard as cutting in, no more.
_MARKED = 1.0


def find(settings: Interruption, moment: Moment) -> Iterator[Hit]:
    """An empty span, at the `times`-th time this person cut in, by the recording's own mark or by the times."""
    overlap = _overlap(settings, moment)
    if overlap is None or overlap < settings.seconds:
        return
    times = 1 + sum((_overlap(settings, past) or 0.0) >= settings.seconds for past in moment.own_past())
    if times < settings.times:
        return
    if times > 1:
        yield Hit(0, 0, f"speaks while the other is speaking ({times} times so far)")
    else:
        yield Hit(0, 0, f"speaks at the same time as the other for about {overlap:.0f} seconds")


def _overlap(settings: Interruption, moment: Moment) -> float | None:
    """Seconds spoken into another's turn; None where nobody was cut short."""
    if moment.word_count < settings.words:
        return None  # "mhm", "yes" while the other speaks is listening
    return moment.once(_spoken_into)


def _spoken_into(moment: Moment) -> float | None:
    other = _interrupted(moment)
    if other is None:
        return None
    start, end = moment.message.start_s, other.message.end_s
    if start is None or end is None:
        return _MARKED if moment.message.interrupts is not None else None
    own_end = moment.message.end_s
    both_until = min(end, own_end) if own_end is not None else end
    overlap = both_until - start
    return overlap if overlap > 0 else None


def _interrupted(moment: Moment) -> Moment | None:
    marked = moment.message.interrupts
    for distance, past in enumerate(moment.past()):
        if distance >= 4:
            return None
        if marked is not None and past.message.id == marked:
            return past
        if marked is None and _was_speaking(past, moment):
            return past
    return None


def _was_speaking(other: Moment, moment: Moment) -> bool:
    """Whether the other had begun a turn of some words, and not only a word of listening."""
    start, began, ended = moment.message.start_s, other.message.start_s, other.message.end_s
    if start is None or began is None or ended is None or other.message.sender == moment.message.sender:
        return False
    return began < start < ended and other.word_count >= 3
