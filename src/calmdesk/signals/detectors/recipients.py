"""People newly copied in."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

import re2

from calmdesk.conversation import DESK_SIDE, Channel, Conversation, Participant
from calmdesk.playbook.detectors import Recipients
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment

_TITLE = re2.compile(
    r"(?i)\b(?:ceo|cio|cto|cfo|coo|cmo|cso|ciso|cdo|evp|svp|vp|president|director|head of|chief|chair(?:man|woman)|"
    r"chairperson|dean|provost|chancellor|rector|superintendent|general manager|executive|leadership)\b"
)
_NAMED = 5
_ASSISTANT = re2.compile(r"(?i)\b(?:assistant|secretary|pa|ea)\b")


def find(settings: Recipients, moment: Moment) -> Iterator[Hit]:
    """An empty span, where addresses are on this message that no earlier message of the conversation had."""
    message = moment.message
    if moment.earlier is None or not (message.cc or message.to):
        return
    new = moment.once(_new)
    if not new:
        return
    people = moment.once_for_all(_people)
    leaders = [address for address in new if _leads(address, people.get(_key(address)))]
    if settings.leadership:
        if leaders:
            yield Hit(0, 0, f"newly copied in: {_named(leaders, people)}")
        return
    leading = set(leaders)
    others = [address for address in new if address not in leading and not _at_desk(people.get(_key(address)))]
    if settings.anyone_new and len(others) >= settings.anyone_new:
        yield Hit(0, 0, f"{len(others)} {'person' if len(others) == 1 else 'people'} newly copied in")


class _Seen(NamedTuple):
    """At which message each address first was a sender's and first a recipient's; and the first of each kind at all."""

    sender: dict[str, int]
    recipient: dict[str, int]
    first_listed: float
    first_mail: float


def _new(moment: Moment) -> tuple[str, ...]:
    """Addresses of this message that nobody earlier wrote to or from; none where earlier mail shows no addresses."""
    here = moment.conversation.index(moment.message.id)
    seen = moment.once_for_all(_seen)
    listed = seen.first_listed < here
    if seen.first_mail < here and not listed:
        return ()
    # Before the first mail there were no recipients: only who is copied, not who is written to, is news then.
    addresses = dict.fromkeys((*moment.message.to, *moment.message.cc) if listed else moment.message.cc)
    return tuple(
        address
        for address in addresses
        if seen.sender.get(_key(address), inf) > here and seen.recipient.get(_key(address), inf) >= here
    )


def _seen(conversation: Conversation) -> _Seen:
    sender: dict[str, int] = {}
    recipient: dict[str, int] = {}
    first_listed = first_mail = inf
    for place, message in enumerate(conversation.messages):
        for address in (message.sender, *conversation.participant(message.sender).addresses):
            sender.setdefault(_key(address), place)
        for address in (*message.to, *message.cc):
            recipient.setdefault(_key(address), place)
            first_listed = min(first_listed, place)
        if conversation.channel_of(message) is Channel.EMAIL:
            first_mail = min(first_mail, place)
    return _Seen(sender, recipient, first_listed, first_mail)


def _people(conversation: Conversation) -> dict[str, Participant]:
    return {_key(address): person for person in conversation.participants for address in person.addresses}


def _leads(address: str, person: Participant | None) -> bool:
    if person is not None and person.leadership:
        return True
    if _at_desk(person):
        return False
    name = f"{person.name or ''} {address}" if person is not None else address
    words = name.partition("@")[0].replace(".", " ").replace("_", " ").replace("-", " ").replace("<", " ")
    return bool(_TITLE.search(words)) and not _ASSISTANT.search(words)


def _at_desk(person: Participant | None) -> bool:
    return person is not None and person.role in DESK_SIDE


def _named(addresses: list[str], people: dict[str, Participant]) -> str:
    names = [_shown(address, people) for address in addresses[:_NAMED]]
    more = len(addresses) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _shown(address: str, people: dict[str, Participant]) -> str:
    person = people.get(_key(address))
    return (person.name if person is not None else None) or address


def _key(address: str) -> str:
    return address.strip().lower()
