"""People newly copied in."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.conversation import DESK_SIDE, Channel, Participant
from calmdesk.playbook.detectors import Recipients
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment

_TITLE = re2.compile(
    r"(?i)\b(?:ceo|cio|cto|cfo|coo|cmo|cso|ciso|cdo|evp|svp|vp|president|director|head of|chief|chair(?:man|woman)|"
    r"chairperson|dean|provost|chancellor|rector|superintendent|general manager|executive|leadership)\b"
)
_ASSISTANT = re2.compile(r"(?i)\b(?:assistant|secretary|pa|ea)\b")


def find(settings: Recipients, moment: Moment) -> Iterator[Hit]:
    """An empty span, where addresses are on this message that no earlier message of the conversation had."""
    message = moment.message
    if moment.earlier is None or not (message.cc or message.to):
        return
    new = list(_new(moment))
    people = {_key(address): person for person in moment.conversation.participants for address in person.addresses}
    leaders = [address for address in new if _leads(address, people.get(_key(address)))]
    if settings.leadership:
        if leaders:
            yield Hit(0, 0, f"newly copied in: {', '.join(_shown(address, people) for address in leaders)}")
        return
    others = [address for address in new if address not in leaders and not _at_desk(people.get(_key(address)))]
    if settings.anyone_new and len(others) >= settings.anyone_new:
        yield Hit(0, 0, f"{len(others)} {'person' if len(others) == 1 else 'people'} newly copied in")


def _new(moment: Moment) -> Iterator[str]:
    """Addresses of this message that nobody earlier wrote to or from; none where earlier mail shows no addresses."""
    people = {person.id: person for person in moment.conversation.participants}
    known: set[str] = set()
    listed = False
    by_mail = False
    for past in (moment, *moment.past()):
        sender = people.get(past.message.sender)
        known |= {_key(address) for address in (sender.addresses if sender else ())} | {_key(past.message.sender)}
        if past is moment:
            continue
        listed = listed or bool(past.message.to or past.message.cc)
        by_mail = by_mail or past.channel is Channel.EMAIL
        known |= {_key(address) for address in (*past.message.to, *past.message.cc)}
    if by_mail and not listed:
        return
    # Before the first mail there were no recipients: only who is copied, not who is written to, is news then.
    for address in dict.fromkeys((*moment.message.to, *moment.message.cc) if listed else moment.message.cc):
        if _key(address) not in known:
            yield address


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


def _shown(address: str, people: dict[str, Participant]) -> str:
    person = people.get(_key(address))
    return (person.name if person is not None else None) or address


def _key(address: str) -> str:
    return address.strip().lower()
