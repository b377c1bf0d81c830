"""A long silence on a call before this person answers."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.conversation import Channel
from calmdesk.playbook.detectors import Silence
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment


def find(settings: Silence, moment: Moment) -> Iterator[Hit]:
    """An empty span, where nobody spoke for `seconds` after the desk asked something."""
    start = moment.message.start_s
    other = moment.answers
    if moment.channel is not Channel.VOICE or start is None or other is None or other.message.end_s is None:
        return
    gap = start - other.message.end_s
    if gap >= settings.seconds and "?" in other.text:
        yield Hit(0, 0, f"{gap:.0f} seconds of silence before the answer")
