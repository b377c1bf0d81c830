"""Holding the floor: hardly anything said by anybody else over a stretch of a call. Times only, never a voice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from calmdesk.playbook.detectors import TalkTime
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment


def find(settings: TalkTime, moment: Moment) -> Iterator[Hit]:
    """An empty span, at the message that completes the stretch; not again while the same stretch goes on."""
    share = _share(settings, moment)
    if share is None or share < settings.share:
        return
    before = moment.own_earlier
    earlier = _share(settings, before) if before is not None else None
    if earlier is None or earlier < settings.share:
        yield Hit(0, 0, f"{share:.0%} of the talking in the last {settings.seconds:.0f} seconds")


def _share(settings: TalkTime, moment: Moment) -> float | None:
    """Tell this person's share of the talk in the stretch; None before the desk has spoken and early in a call."""
    end = moment.message.end_s
    if end is None or not moment.after_desk:
        return None
    since = end - settings.seconds
    stretch = [moment, *takewhile(lambda past: (past.message.end_s or 0.0) > since, moment.past())]
    first = stretch[-1]
    if first.earlier is None or first.message.start_s is None:
        return None
    own = sum(_spoken(past, since, end) for past in stretch if past.message.sender == moment.message.sender)
    other = sum(_spoken(past, since, end) for past in stretch if past.message.sender != moment.message.sender)
    return own / (own + other) if own >= settings.seconds / 2 else None


def _spoken(moment: Moment, since: float, until: float) -> float:
    start, end = moment.message.start_s, moment.message.end_s
    return max(0.0, min(end, until) - max(start, since)) if start is not None and end is not None else 0.0
