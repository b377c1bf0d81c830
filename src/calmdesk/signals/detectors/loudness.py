"""A raised voice, against the person's own usual level."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from calmdesk.playbook.detectors import Loudness
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment

_QUIET_BELOW = 0.6


def find(settings: Loudness, moment: Moment) -> Iterator[Hit]:
    """An empty span, where a turn is louder than the median of the person's own turns before it."""
    level = _level(moment)
    if level is None:
        return
    before = [past for past in map(_level, moment.own_past()) if past is not None]
    if len(before) < settings.turns_before:
        return
    usual = median(before)
    if level - usual >= settings.rise:
        yield Hit(0, 0, f"about {level - usual:.0f} dB louder than this person's usual level")


def _level(moment: Moment) -> float | None:
    """The median of a turn's stretches, pauses left out (recordings mark them far below the speech)."""
    values = [value for value in moment.message.loudness_db if value == value]
    if not values:
        return None
    top = max(values)
    spoken = [value for value in values if value >= (_QUIET_BELOW * top if top > 0 else top - 25)]
    return median(spoken)
