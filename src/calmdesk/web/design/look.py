"""How much a conversation asks to be looked at. About words, never about who somebody is."""

from __future__ import annotations

from enum import StrEnum

from msgspec import UNSET

from calmdesk.conversation import Role, Stage
from calmdesk.reading.values import Reading


class Look(StrEnum):
    """From what needs a look first to what does not; the value is also the class name and the filter's name."""

    CONDUCT = "conduct"
    RISING = "rising"
    SHIFTED = "shifted"
    EARLY = "early"
    NOT_JUDGED = "not_judged"
    CALM = "calm"

    @property
    def rank(self) -> int:
        return list(Look).index(self)

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    Look.CONDUCT: "Conduct",
    Look.RISING: "Rising",
    Look.SHIFTED: "Shifted",
    Look.EARLY: "Small signs",
    Look.NOT_JUDGED: "Not judged",
    Look.CALM: "No signs found",
}


def look_of(reading: Reading) -> Look:
    """Where a conversation stands; what could not be judged is never called calm."""
    stages = {finding.stage for finding in reading.findings}
    if Stage.CONDUCT in stages:
        return Look.CONDUCT
    if Stage.RISING in stages:
        return Look.RISING
    if reading.first_shift is not UNSET and reading.first_shift is not None:
        return Look.SHIFTED
    if reading.first_shift is UNSET or _mostly_unread(reading):
        return Look.NOT_JUDGED
    return Look.EARLY if stages else Look.CALM


def _mostly_unread(reading: Reading) -> bool:
    """Whether half of what the requesters wrote, or more, could not be read, for example in another language."""
    asking = [message for message in reading.messages if message.role in (Role.REQUESTER, Role.UNKNOWN)]
    return 2 * sum(message.tension is UNSET for message in asking) >= max(1, len(asking))
