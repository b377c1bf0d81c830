"""A raised voice, against the person's own usual level. The desk's voices are never measured."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from calmdesk.playbook.detectors import Loudness
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment

_QUIET_BELOW = 0.6
# How far beyond the person's own ups and downs a level must lie, in usual deviations from the median.
_SPREADS = 3.0


def find(settings: Loudness, moment: Moment) -> Iterator[Hit]:
    """An empty span, where a turn is louder than the median of the person's own turns before it."""
    if moment.from_desk or not moment.message.loudness_db:
        return
    level = _level(moment)
    if level is None:
        return
    before = [past for past in map(_level, moment.own_past()) if past is not None]
    if len(before) < settings.turns_before:
        return
    usual = median(before)
    spread = median(abs(value - usual) for value in before)
    if level - usual >= max(settings.rise, _SPREADS * spread):
        yield Hit(0, 0, f"about {level - usual:.0f} dB louder than this person's usual level")


def _level(moment: Moment) -> float | None:
    """The median of a turn's stretches, pauses left out (recordings mark them far below the speech)."""
    values = [value for value in moment.message.loudness_db if value == value]
    if len(values) < 2:
        return None  # a cough, a click
    top = max(values)
    spoken = [value for value in values if value >= (_QUIET_BELOW * top if top > 0 else top - 25)]
    return median(spoken)
