"""A visit to the counter as a conversation: opened, added to, taken back, closed; through intake, as anything else."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.utils import timezone

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role, Status, to_json
from calmdesk.web.accounts.models import Role as DeskRole
from calmdesk.web.accounts.models import Team, User
from calmdesk.web.design.counter import NOTES, Tap, taps_of
from calmdesk.web.intake import services as intake
from calmdesk.web.store import selectors, services
from calmdesk.web.store.records import Record

_ID = "visit-"
_PERSON, _DESK = "U1", "A1"
_OPEN_AT_MOST = 50


def open_visit(user: User, team: Team, *, name: str = "", subject: str = "") -> str:
    """A new visit with `user` behind the counter; its slug."""
    role = Role.AGENT if user.role == DeskRole.AGENT else Role.SUPERVISOR
    conversation = Conversation(
        id=f"{_ID}{secrets.token_hex(8)}",
        channel=Channel.IN_PERSON,
        subject=subject or None,
        opened_at=timezone.now(),
        status=Status.OPEN,
        assignee=user.username,
        team=team.name,
        participants=(
            Participant(id=_PERSON, role=Role.REQUESTER, name=name or None, role_evidence="came to the counter"),
            Participant(id=_DESK, role=role, name=str(user), role_evidence="noted the visit"),
        ),
        messages=(),
    )
    received = intake.receive(to_json(conversation), team=team, kind="wire", name="in person", user=user)
    return received.stored[0].slug


def note(record: Record, user: User, tap: Tap | None, words: str, once: str) -> None:
    """Add what was tapped and what was said: their words as theirs, the tap as a note of the desk.

    `once` belongs to one drawing of the page, so that the same tap sent twice is one.
    """
    now = timezone.now()
    key = f"{once}-{tap or 'words'}"
    if words:
        _append(record, user, Message(id=f"{key}-said", sender=_PERSON, text=words, sent_at=now, x={"entry": key}))
    if tap is not None:
        _append(record, user, _tapped(tap, key, now))


def take_back(record: Record) -> bool:
    """Take the latest tap and the words that came with it away again; whether there was one."""
    entries = [message.x.get("entry") for message in record.conversation.messages]
    if not entries or entries[-1] is None:
        return False
    gone = frozenset(one.id for one in record.conversation.messages if one.x.get("entry") == entries[-1])
    services.remove_messages(record.pk, gone)
    return True


def close(record: Record) -> None:
    """The person has gone; solved where that was tapped."""
    solved = Tap.SOLVED in taps_of(record.conversation)
    services.close_conversation(record.pk, Status.SOLVED if solved else Status.CLOSED)


def find_visit(user: User, name: str) -> Record | None:
    """The visit with this name, if this person may see it."""
    record = selectors.find_record(user, name)
    return record if record is not None and _is_visit(record) else None


def open_visits(user: User) -> tuple[Record, ...]:
    """Visits that nobody has closed, latest first."""
    page = selectors.inbox_page(user, channel=Channel.IN_PERSON.value, size=_OPEN_AT_MOST)
    return tuple(record for record in page.records if _is_visit(record) and is_open(record))


def is_open(record: Record) -> bool:
    return record.conversation.status is Status.OPEN


def _is_visit(record: Record) -> bool:
    return record.conversation.channel is Channel.IN_PERSON and record.conversation.id.startswith(_ID)


def _tapped(tap: Tap, key: str, now: datetime) -> Message:
    return Message(
        id=key, sender=_DESK, text=NOTES[tap], sent_at=now, internal=True, x={"tap": tap.value, "entry": key}
    )


def _append(record: Record, user: User, message: Message) -> None:
    intake.receive(
        to_json(message),
        team=Team.objects.get(name=record.team),
        kind="message",
        name="in person",
        user=user,
        idempotency_key=message.id,
        conversation_pk=record.pk,
    )
