"""Mails that belong together, as one conversation."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import Any

import msgspec

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role
from calmdesk.readers.format import Desk
from calmdesk.readers.mail_headers import clean_subject
from calmdesk.readers.mail_message import UNKNOWN_SENDER, Mail, participant_id
from calmdesk.readers.roles import assign_roles


def conversation(mails: Sequence[Mail], desk: Desk) -> Conversation:
    """One conversation from one or more mails, oldest first, an answer never before what it answers.

    The same mail twice (sent folder and inbox) is one message, with the hash of each copy in `x["copies"]`; two
    different mails with one Message-ID stay two messages.
    """
    kept = _unique(_in_order(mails))
    first = kept[0]
    found = assign_roles(
        Conversation(
            id=first.message.id,
            channel=Channel.EMAIL,
            subject=clean_subject(first.headers.subject) or None,
            opened_at=first.message.sent_at,
            participants=_participants(kept),
            messages=tuple(mail.message for mail in kept),
        ),
        desk,
    )
    return _with_answerers(found, desk)


def _with_answerers(found: Conversation, desk: Desk) -> Conversation:
    """Mail shows who answers whom: whoever writes to the requester from another address speaks for the desk.

    Only where the desk's own people are not configured; else such a writer may be the requester's colleague.
    """
    requesters = {person.id for person in found.participants if person.role is Role.REQUESTER}
    if desk.addresses or desk.names or not requesters:
        return found
    answerers = {message.sender for message in found.messages if requesters & set(message.to) and not message.automatic}
    people = tuple(
        msgspec.structs.replace(person, role=Role.AGENT, role_evidence="answered the requester from another address")
        if person.role is Role.UNKNOWN and person.id in answerers
        else person
        for person in found.participants
    )
    return msgspec.structs.replace(found, participants=people)


def _in_order(mails: Sequence[Mail]) -> list[Mail]:
    """By date, but clocks lie: an answer waits for its parent. A mail without a date keeps its place in the file."""
    places: dict[str, int] = {}
    for place, mail in enumerate(mails):
        if mail.headers.message_id:
            places.setdefault(mail.headers.message_id, place)
    children: dict[int, list[int]] = {}
    parents: dict[int, int] = {}
    for place, mail in enumerate(mails):
        for parent in (*mail.headers.in_reply_to, *reversed(mail.headers.references)):
            at = places.get(parent)
            if at is not None and at != place:
                children.setdefault(at, []).append(place)
                parents[place] = at
                break
    times = _times(mails)
    ready = [(times[place], place) for place in range(len(mails)) if place not in parents]
    heapq.heapify(ready)
    waiting = sorted((times[place], place) for place in parents)
    done: set[int] = set()
    ordered: list[Mail] = []
    while len(ordered) < len(mails):
        if not ready:
            # Mails that answer each other in a circle: break it at the earliest.
            ready.append(next(one for one in waiting if one[1] not in done))
        _, place = heapq.heappop(ready)
        if place in done:
            continue
        done.add(place)
        ordered.append(mails[place])
        for child in children.get(place, ()):
            heapq.heappush(ready, (times[child], child))
    return ordered


def _times(mails: Sequence[Mail]) -> list[float]:
    times: list[float] = []
    known = [mail.headers.sent_at.timestamp() for mail in mails if mail.headers.sent_at]
    last = min(known, default=0.0)
    for mail in mails:
        if mail.headers.sent_at:
            last = mail.headers.sent_at.timestamp()
        times.append(last)
    return times


def _unique(mails: Sequence[Mail]) -> list[Mail]:
    kept: list[Mail] = []
    by_id: dict[str, list[int]] = {}
    for mail in mails:
        same = by_id.setdefault(mail.message.id, [])
        copy = next((place for place in same if _says_the_same(kept[place].message, mail.message)), None)
        if copy is not None:
            original = kept[copy]
            copies = [*original.message.x.get("copies", []), mail.raw]
            kept[copy] = _with(original, original.message.id, copies=copies)
            continue
        same.append(len(kept))
        if len(same) > 1:
            taken = {one.message.id for one in kept}
            number = len(same)
            while f"{mail.message.id}#{number}" in taken:
                number += 1
            mail = _with(mail, f"{mail.message.id}#{number}", same_id_as=mail.message.id)
        kept.append(mail)
    return kept


def _says_the_same(one: Message, other: Message) -> bool:
    return (one.text, one.sender, one.to, one.cc, one.sent_at) == (
        other.text,
        other.sender,
        other.to,
        other.cc,
        other.sent_at,
    )


def _with(mail: Mail, message_id: str, **more: Any) -> Mail:
    message = msgspec.structs.replace(mail.message, id=message_id, x={**mail.message.x, **more})
    return Mail(mail.headers, message, mail.raw)


def _participants(mails: Sequence[Mail]) -> tuple[Participant, ...]:
    """Everyone who wrote or was written to, once per address, in order of appearance."""
    names: dict[str, list[str]] = {}
    wrote: dict[str, bool] = {}
    for mail in mails:
        sender = participant_id(mail.headers.sender)
        wrote[sender] = wrote.get(sender, True) and mail.message.automatic
        for person in (mail.headers.sender, *mail.headers.to, *mail.headers.cc):
            own = names.setdefault(participant_id(person), [])
            if person.name and person.name not in own:
                own.append(person.name)
    return tuple(
        _participant(one, names[one], wrote.get(one)) for one in names if one != UNKNOWN_SENDER or one in wrote
    )


def _participant(identity: str, names: list[str], only_automatic: bool | None) -> Participant:
    address = identity if "@" in identity else None
    role, evidence = Role.UNKNOWN, None
    if only_automatic is None:
        role, evidence = Role.OTHER, "was only written to or copied in"
    elif only_automatic:
        role, evidence = Role.SYSTEM, "sent only automatic mail"
    return Participant(
        id=identity,
        role=role,
        role_evidence=evidence,
        name=names[0] if names else None,
        person=address,
        addresses=(address,) if address else (),
        x={"names": names} if len(names) > 1 else {},
    )
