"""When calmdesk may ask for a person's attention, as that person has set it. Safety and conduct never wait for this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time

import msgspec

from calmdesk.errors import BadInput

MOST_CUES = 60
HOUR = 3600.0


class NoticeSettings(msgspec.Struct, frozen=True):
    """`remind` is for promises; the quiet hours are set both or neither, by the desk's clock; `cues` is for an hour."""

    remind: bool = True
    quiet_from: time | None = None
    quiet_until: time | None = None
    cues: int = 12


def is_quiet(settings: NoticeSettings, now: datetime) -> bool:
    """Whether nothing reminds this person at `now`, a moment of the desk's zone; quiet hours may run over midnight.

    What counts is what the clock on the wall shows, so that a night in which it is changed is quiet all the same.
    """
    start, end = settings.quiet_from, settings.quiet_until
    if not settings.remind:
        return True
    if start is None or end is None:
        return False
    at = now.time()
    return start <= at < end if start < end else at >= start or at < end


def may_cue(settings: NoticeSettings, earlier: Sequence[float], now: float) -> bool:
    """Whether the hour still has room for a new cue, where those before came at these `earlier` seconds."""
    return len(within_hour(earlier, now)) < settings.cues


def free_in(settings: NoticeSettings, earlier: Sequence[float], now: float) -> float:
    """In how many seconds the hour has room for a new cue."""
    if may_cue(settings, earlier, now):
        return 0.0
    return within_hour(earlier, now)[-settings.cues] + HOUR - now


def within_hour(earlier: Sequence[float], now: float) -> tuple[float, ...]:
    """Those of the last hour, the oldest first; what a clock that was set back left in the future counts no more."""
    return tuple(sorted(at for at in earlier if 0 <= now - at < HOUR))


def notices_from(form: Mapping[str, str]) -> NoticeSettings:
    """The settings as a person sent them; raises BadInput, whose sentence is for that person."""
    start, end = (_time(form.get(name, "").strip()) for name in ("quiet_from", "quiet_until"))
    if (start is None) != (end is None):
        raise BadInput("Quiet hours need both a start and an end; leave both empty for none.")
    if start is not None and start == end:
        raise BadInput("Quiet hours cannot start and end at the same time; to be quiet all day, turn reminders off.")
    return NoticeSettings("remind" in form, start, end, _cues(form.get("cues", "").strip()))


def _time(text: str) -> time | None:
    if not text:
        return None
    try:
        at = time.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is not None:
        raise BadInput("A quiet hour must be a time of day such as 22:00.")
    return at.replace(second=0, microsecond=0)


def _cues(text: str) -> int:
    count = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    if not 1 <= count <= MOST_CUES:
        raise BadInput(f"New cues in an hour must be a whole number from 1 to {MOST_CUES}.")
    return count
