"""The first shift: the earliest message where a person left their own baseline, not the loudest moment (P-2.5)."""

from __future__ import annotations

from collections.abc import Sequence

from calmdesk.conversation import Conversation, Role, Stance
from calmdesk.signals import Scanned
from calmdesk.temperature.values import FirstShift, Temperature

ARRIVED_TENSE = "arrived tense"
# A rise over the person's own earlier messages that is clear at once; one that is believed with the next message.
_CLEAR = 0.25
_SLIGHT = 0.12


def first_shifts(
    conversation: Conversation, scanned: Sequence[Scanned], temperatures: Sequence[Temperature]
) -> tuple[FirstShift, ...]:
    """One for each person whose heat counts and who shifted, earliest first."""
    own: dict[str, list[tuple[Scanned, Temperature]]] = {person: [] for person in _people(conversation)}
    for item, temperature in zip(scanned, temperatures, strict=True):
        if item.moment.message.sender in own and temperature.stance is not None:
            own[item.moment.message.sender].append((item, temperature))
    shifts = (_first_shift(person, messages) for person, messages in own.items())
    return tuple(sorted(filter(None, shifts), key=lambda shift: conversation.index(shift.message)))


def loudest(temperatures: Sequence[Temperature]) -> str | None:
    """The message with the most heat of its own; the earliest of equals; None where nothing was found."""
    hottest = max(temperatures, key=lambda temperature: temperature.heat, default=None)
    return hottest.message if hottest is not None and hottest.heat > 0 else None


def _people(conversation: Conversation) -> list[str]:
    requesters = [person.id for person in conversation.participants if person.role is Role.REQUESTER]
    if requesters:
        return requesters
    return [person.id for person in conversation.participants if person.role in (Role.OTHER, Role.UNKNOWN)]


def _first_shift(person: str, own: Sequence[tuple[Scanned, Temperature]]) -> FirstShift | None:
    total = 0.0
    for place, (item, temperature) in enumerate(own):
        base = total / place if place else 0.0
        total += temperature.heat
        rise = temperature.heat - base
        noticed = item
        if rise < _CLEAR and temperature.stance is Stance.CALM:
            following = own[place + 1] if place + 1 < len(own) else None
            if rise < _SLIGHT or following is None or following[1].heat - base < _SLIGHT:
                continue
            noticed = following[0]
        return FirstShift(
            message=temperature.message,
            person=person,
            noticed_at=noticed.moment.message.id,
            reasons=_reasons(place, item, noticed),
        )
    return None


def _reasons(place: int, item: Scanned, noticed: Scanned) -> tuple[str, ...]:
    seen = tuple(dict.fromkeys(finding.reasons[0] for finding in item.findings))
    if noticed is not item:
        seen += tuple(f"then, one message later, {finding.reasons[0]}" for finding in noticed.findings[:1])
    opening = (ARRIVED_TENSE,) if place == 0 and noticed is item else ()
    return opening + seen
