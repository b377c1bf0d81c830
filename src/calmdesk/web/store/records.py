"""Rows to the core's values and back: the only place that knows both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from calmdesk.conversation import Conversation, Role, to_json
from calmdesk.errors import BadInput
from calmdesk.web.accounts.models import Team, User
from calmdesk.web.store.models import ConversationRow, RoleOverride

MAX_ID = 200
_DECODER = msgspec.json.Decoder(Conversation)


@dataclass(frozen=True, kw_only=True)
class Record:
    """A stored conversation as other parts see it: the value, and where it stands in the store.

    `corrected` holds the participants whose role a person on the desk set.
    """

    pk: int
    slug: str
    version: int
    team: str
    assignee: str
    last_activity_at: datetime
    conversation: Conversation
    corrected: frozenset[str] = frozenset()
    assignee_pk: int | None = None

    def __repr__(self) -> str:
        """Say which one, never what was said."""
        return f"Record(slug={self.slug!r}, version={self.version})"


def record(row: ConversationRow) -> Record:
    """The row as a value, with people's role corrections applied."""
    overrides = tuple(row.role_overrides.all())
    return Record(
        pk=row.pk,
        slug=row.slug,
        version=row.version,
        team=row.team.name,
        assignee=str(row.assignee) if row.assignee else "",
        last_activity_at=row.last_activity_at,
        conversation=corrected(received(row), overrides),
        corrected=frozenset(override.participant for override in overrides),
        assignee_pk=row.assignee_id,
    )


def received(row: ConversationRow) -> Conversation:
    """The conversation as it came in, without corrections."""
    return _DECODER.decode(row.wire)


def corrected(conversation: Conversation, overrides: Iterable[RoleOverride]) -> Conversation:
    """The conversation with the roles that people on the desk set."""
    roles = {override.participant: override for override in overrides}
    if not roles:
        return conversation
    participants = tuple(
        msgspec.structs.replace(
            person, role=Role(roles[person.id].role), role_evidence=f"set by {roles[person.id].made_by or 'the desk'}"
        )
        if person.id in roles
        else person
        for person in conversation.participants
    )
    return decent(msgspec.structs.replace(conversation, participants=participants))


def decent(conversation: Conversation) -> Conversation:
    """The conversation without the loudness of anybody but a requester, which is never held."""
    if not any(message.loudness_db for message in conversation.messages):
        return conversation
    messages = tuple(
        msgspec.structs.replace(message, loudness_db=())
        if message.loudness_db and conversation.role_of(message) is not Role.REQUESTER
        else message
        for message in conversation.messages
    )
    return msgspec.structs.replace(conversation, messages=messages)


def columns(conversation: Conversation, team: Team, now: datetime) -> dict[str, Any]:
    """What the table keeps beside the wire form, so that lists need not parse it."""
    if len(conversation.id) > MAX_ID:
        raise BadInput(
            f"the id is {len(conversation.id)} characters long, {MAX_ID} are allowed",
            where="$.id",
            remedy="Shorten it.",
        )
    times = [message.sent_at for message in conversation.messages if message.sent_at]
    return {
        "key": conversation.id,
        "wire": to_json(conversation).decode(),
        "channel": conversation.channel.value,
        "subject": (conversation.subject or "").replace("\0", "\ufffd")[:300],
        "status": conversation.status.value if conversation.status else "",
        "assignee": _assigned_user(conversation, team),
        # Never later than now: a wrong clock somewhere must not pin a conversation to the top.
        "last_activity_at": min(max(times, default=now), now),
    }


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _assigned_user(conversation: Conversation, team: Team) -> User | None:
    """The member of the team whom the ticket names: by sign-in name, or by the participant's address."""
    if not conversation.assignee:
        return None
    names = {conversation.assignee.lower()}
    for person in conversation.participants:
        if person.id == conversation.assignee:
            names |= {address.lower() for address in (*person.addresses, person.person or "") if address}
    for member in team.members.all():
        if member.username.lower() in names or (member.email and member.email.lower() in names):
            return member
    return None
