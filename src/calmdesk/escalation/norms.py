"""What a desk decides once about abusive contacts, so that nobody has to decide it in the middle of one (P-11.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from calmdesk.errors import BadSetting
from calmdesk.escalation.values import CONSEQUENCE, END, NAME, REDIRECT, RESTATE, Used

# Longer than this only a restriction that a person decided, with a day of review, is held against anybody.
_LONGEST_MEMORY = 30


class Norms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """
    `…_after`: after how many abusive messages of one person a rung is due at the latest.

    A behaviour that was named and went on moves to the next rung at once. `drift_after`: messages that interrupt,
    repeat, hold back what is needed or belittle without abuse, before the first two rungs are due; `calm_after`: calm
    messages after which a boundary that nobody said is no longer due. `threat_rung`, `harassment_rung`: where these
    begin. `end_from`: the rung that must have been said, and not heeded, before an agent may end the contact.
    """

    redirect_after: int = 1
    restate_after: int = 2
    name_after: int = 2
    consequence_after: int = 3
    end_after: int = 4
    drift_after: int = 2
    calm_after: int = 2
    threat_rung: int = CONSEQUENCE
    harassment_rung: int = CONSEQUENCE
    threats_may_end: bool = True
    end_from: int = CONSEQUENCE
    memory_days: int = 30

    def __post_init__(self) -> None:
        problem = next(_problems(self), None)
        if problem:
            raise BadSetting(f"norms: {problem}")

    def rung_after(self, abusive: int) -> int:
        """The rung that is due at the latest after so many abusive messages."""
        return max((rung for rung, after in _steps(self) if abusive >= after), default=0)

    def recent(self, at: datetime | None, now: datetime) -> bool:
        """Whether something said at that time still counts; what has no time is as recent as its conversation."""
        return at is None or now - at <= timedelta(days=self.memory_days)

    def remembers(self, used: Used, now: datetime) -> bool:
        """Whether a boundary said in another contact still counts in this one."""
        if used.is_restricted(now.date()):
            return True
        return not used.case_closed and used.at is not None and self.recent(used.at, now)


def _steps(norms: Norms) -> tuple[tuple[int, int], ...]:
    return (
        (REDIRECT, norms.redirect_after),
        (RESTATE, norms.restate_after),
        (NAME, norms.name_after),
        (CONSEQUENCE, norms.consequence_after),
        (END, norms.end_after),
    )


def _problems(norms: Norms) -> Iterator[str]:
    counts = [after for _, after in _steps(norms)]
    if min(*counts, norms.drift_after, norms.calm_after) < 1:
        yield "a number of messages is 1 or more."
    if counts != sorted(counts):
        yield "a later rung cannot be due after fewer messages than an earlier one."
    if not norms.name_after < norms.consequence_after < norms.end_after:
        yield "name_after, consequence_after and end_after rise by 1 or more, so that each warning has its chance."
    for name in ("threat_rung", "harassment_rung"):
        if getattr(norms, name) not in (CONSEQUENCE, END):
            yield f"{name} is {CONSEQUENCE} (say the consequence) or {END} (end and transfer)."
    if norms.end_from not in (NAME, CONSEQUENCE):
        yield f"end_from is {NAME} (the behaviour was named) or {CONSEQUENCE} (the consequence was said)."
    if not 1 <= norms.memory_days <= _LONGEST_MEMORY:
        yield (
            f"memory_days is 1 to {_LONGEST_MEMORY}. What must count for longer is a restriction with a day of review."
        )
