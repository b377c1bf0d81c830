"""Who is the agent and who asks: by the desk's configured addresses and names, else by evidence that is shown."""

from __future__ import annotations

import msgspec

from calmdesk.conversation import Conversation, Participant, Role
from calmdesk.readers.format import Desk


def assign_roles(conversation: Conversation, desk: Desk) -> Conversation:
    """Give a role, with the evidence in words, to every participant whose role is not known yet."""
    writers = list(dict.fromkeys(message.sender for message in conversation.messages if not message.automatic))
    outside = [writer for writer in writers if _desk_evidence(conversation.participant(writer), desk) is None]
    first = outside[0] if outside else None
    known = any(_desk_evidence(person, desk) for person in conversation.participants)
    return msgspec.structs.replace(
        conversation,
        participants=tuple(
            _with_role(person, desk, first, replied=not known and person.id in writers)
            for person in conversation.participants
        ),
    )


def _with_role(person: Participant, desk: Desk, first: str | None, *, replied: bool) -> Participant:
    leads = bool(desk.leadership & {name.lower() for name in (person.name or "", *person.addresses)})
    role, evidence = person.role, person.role_evidence
    configured = _desk_evidence(person, desk)
    if role not in (Role.UNKNOWN, Role.OTHER):
        pass
    elif configured is not None:
        role, evidence = Role.AGENT, configured
    elif person.id == first:
        role, evidence = Role.REQUESTER, "opened the thread"
    elif role is Role.UNKNOWN and replied:
        role, evidence = Role.AGENT, "answered the one who opened the thread"
    return msgspec.structs.replace(person, role=role, role_evidence=evidence, leadership=person.leadership or leads)


def _desk_evidence(person: Participant, desk: Desk) -> str | None:
    for address in person.addresses:
        if address.lower() in desk.addresses:
            return f"{address} is an address of the desk"
    if person.name and person.name.lower() in desk.names:
        return "the name is one of the desk's"
    return None
