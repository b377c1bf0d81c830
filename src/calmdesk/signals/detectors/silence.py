"""A long silence on a call before this person answers."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.conversation import Channel
from calmdesk.playbook.detectors import Silence
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment

# Somebody is doing or looking for something: then silence is work.
_BUSY = frozenset(
    b"try restart reboot click press open close check look looking find read type enter select go log sign "
    b"unplug plug wait waiting moment minute minutes second seconds hold loading load installing "
    b"downloading time scroll switch turn bear searching search see let sec".split()
)


def find(settings: Silence, moment: Moment) -> Iterator[Hit]:
    """An empty span, where nobody spoke for `seconds` after the desk asked something that can be answered at once."""
    start = moment.message.start_s
    other = moment.answers
    if moment.channel is not Channel.VOICE or start is None or other is None or "?" not in other.text:
        return
    ends = [past.message.end_s for past in moment.past() if past.message.end_s is not None]
    if other.message.end_s is None or not ends:
        return
    gap = start - max(ends)
    if gap >= settings.seconds and _BUSY.isdisjoint(other.words) and _BUSY.isdisjoint(moment.words):
        yield Hit(0, 0, f"{gap:.0f} seconds of silence before the answer")
