"""People newly copied in."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook.detectors import Recipients
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment


def find(settings: Recipients, moment: Moment) -> Iterator[Hit]:
    """An empty span, where addresses are on this message that no earlier message of the conversation had."""
    message = moment.message
    if moment.earlier is None or not (message.cc or message.to):
        return
    known = {address for past in moment.past() for address in (*past.message.to, *past.message.cc)}
    if not known:
        return
    people = {address: person for person in moment.conversation.participants for address in person.addresses}
    senders = {past.message.sender for past in moment.past()} | {message.sender}
    new = [
        address
        for address in dict.fromkeys((*message.to, *message.cc))
        if address not in known and (address not in people or people[address].id not in senders)
    ]
    leaders = [address for address in new if address in people and people[address].leadership]
    if settings.leadership and leaders:
        names = ", ".join(people[address].name or address for address in leaders)
        yield Hit(0, 0, f"newly copied in: {names}")
    elif settings.anyone_new and len(new) >= settings.anyone_new:
        yield Hit(0, 0, f"{len(new)} {'person' if len(new) == 1 else 'people'} newly copied in")
