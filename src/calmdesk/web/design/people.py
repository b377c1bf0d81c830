"""Who takes part, as the page names them."""

from __future__ import annotations

import msgspec

from calmdesk.conversation import DESK_SIDE, Conversation, Participant, Role
from calmdesk.web.design import words


class PersonView(msgspec.Struct, frozen=True):
    """One person. `side` (requester, desk, other, system) is also the class name; `evidence` says why this role."""

    id: str
    label: str
    role: str
    role_word: str
    side: str
    evidence: str
    addresses: str
    leadership: bool
    writes: bool


ROLE_CHOICES = tuple(
    (role.value, words.ROLE[role]) for role in (Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.OTHER, Role.SYSTEM)
)


def people_of(conversation: Conversation) -> dict[str, PersonView]:
    """Everyone in the conversation by id, in its order."""
    writers = {message.sender for message in conversation.messages}
    return {person.id: _person(person, person.id in writers) for person in conversation.participants}


def _person(person: Participant, writes: bool) -> PersonView:
    address = person.addresses[0] if person.addresses else ""
    return PersonView(
        id=person.id,
        label=person.name or address or person.id,
        role=person.role.value,
        role_word=words.ROLE[person.role],
        side=side_of(person.role),
        evidence=words.sentence(person.role_evidence or ""),
        addresses=", ".join(person.addresses) if person.name else "",
        leadership=person.leadership,
        writes=writes,
    )


def side_of(role: Role) -> str:
    """Which side of the desk a role stands on, for how its messages are drawn."""
    if role in DESK_SIDE:
        return "desk"
    return role.value if role in (Role.REQUESTER, Role.SYSTEM) else "other"
