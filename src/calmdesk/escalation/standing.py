"""What is still open between the desk and one person: the boundary that is due, and whether it was left unsaid."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from calmdesk.escalation.values import HOLD_THE_SAFEGUARD, NAME, Due, Used


class Track(IntEnum):
    """What a boundary may be due for, side by side; of boundaries on the same rung the later track's goes first."""

    DRIFT = 1
    SAFEGUARD = 2
    CONDUCT = 3


class Open(NamedTuple):
    """
    A boundary that nobody has said yet.

    `stays`: calm messages do not close it; `passed`: the desk has written since; `may_end`: why policy lets the agent
    end the contact.
    """

    due: Due
    stays: bool = False
    passed: bool = False
    may_end: str | None = None


class Standing:
    """One person in one conversation, message by message."""

    def __init__(self) -> None:
        self.abusive = 0
        self.drifting = 0
        self.open: dict[Track, Open] = {}
        self._calm = 0

    def was_left(self, track: Track) -> bool:
        """Whether a boundary of this track is due and the desk has written without saying it."""
        before = self.open.get(track)
        return before is not None and (before.passed or before.due.overdue)

    def calm(self, calm_after: int) -> None:
        """A message that gives nothing to answer: after some of them what was not said need not be said any more."""
        self._calm += 1
        if self._calm >= calm_after:
            self.drifting = 0
            self.open = {track: one for track, one in self.open.items() if one.stays}

    def stirred(self) -> None:
        """A message that gives something to answer."""
        self._calm = 0

    def desk_wrote(self, said: Iterable[Used]) -> None:
        """The desk's message closes what it says; the rest was left."""
        boundaries = {one.boundary: one.rung for one in said}
        held = boundaries.pop(HOLD_THE_SAFEGUARD, 0)
        reached = max(boundaries.values(), default=0)
        self.open = {
            track: one._replace(passed=True)
            for track, one in self.open.items()
            if (not held if track is Track.SAFEGUARD else reached < one.due.rung)
        }

    def most_pressing(self) -> Open | None:
        """The highest rung first."""
        ranked = sorted(self.open.items(), key=lambda item: (item[1].due.rung, item[0]))
        return ranked[-1][1] if ranked else None

    @property
    def aimed(self) -> Open | None:
        """What is aimed at a person and still open."""
        return self.open.get(Track.CONDUCT)

    @property
    def open_to(self) -> int:
        """The highest rung that would not come too early with this person; one insult may be named at once."""
        return 0 if self.aimed is None else max(NAME, self.aimed.due.rung)
