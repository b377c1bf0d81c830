"""Speaking faster than the person's own usual pace."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from calmdesk.playbook.detectors import Pace
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment


def find(settings: Pace, moment: Moment) -> Iterator[Hit]:
    """An empty span, where words per second are `ratio` times the median of the own turns before."""
    pace = _pace(settings, moment)
    if pace is None:
        return
    own = moment.own_past()
    before = [past for past in (_pace(settings, past) for past in own) if past is not None]
    if len(before) >= settings.turns_before and pace >= settings.ratio * median(before):
        yield Hit(0, 0, f"{60 * pace:.0f} words a minute; usually about {60 * median(before):.0f}")


def _pace(settings: Pace, moment: Moment) -> float | None:
    start, end = moment.message.start_s, moment.message.end_s
    words = moment.word_count
    if start is None or end is None or end - start < 2 or words < settings.words:
        return None
    return words / (end - start)
