"""Writing to the store. Each function is one transaction, or a part of its caller's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import msgspec
from django.db import IntegrityError, transaction
from django.utils import timezone

from calmdesk.conversation import Conversation, Message, Participant, Role, Status, to_json
from calmdesk.errors import BadInput
from calmdesk.web.accounts.models import Team, User
from calmdesk.web.store.changes import Change, announce
from calmdesk.web.store.contacts import remember_people
from calmdesk.web.store.models import ConversationRow, Observation, Quarantine, Raw, RoleOverride, Silence
from calmdesk.web.store.records import columns, decent, received, sha256

DESK_SILENCE = timedelta(days=90)


class Outcome(StrEnum):
    """What became of something that was handed in."""

    STORED = "stored"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"


@dataclass(frozen=True, kw_only=True)
class Stored:
    """Where it is now."""

    outcome: Outcome
    pk: int
    slug: str
    version: int


@dataclass(frozen=True, kw_only=True)
class RawBytes:
    """What intake parses: the bytes and what is known about them."""

    pk: int
    kind: str
    name: str
    agents: str
    data: bytes
    team: Team
    conversation_pk: int | None

    def __repr__(self) -> str:
        """Say which and how much, never what."""
        return f"RawBytes(pk={self.pk}, {len(self.data)} bytes)"


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """Bytes that arrived, and what is known about them; what has the same `dedupe` is the same thing."""

    data: bytes
    team: Team
    kind: str
    dedupe: str
    name: str = ""
    agents: str = ""
    user: User | None = None
    conversation_pk: int | None = None

    def as_raw(self, pk: int) -> RawBytes:
        """The same, once it is kept under this number."""
        return RawBytes(
            pk=pk,
            kind=self.kind,
            name=self.name,
            agents=self.agents,
            data=self.data,
            team=self.team,
            conversation_pk=self.conversation_pk,
        )

    def __repr__(self) -> str:
        """Say how much, never what."""
        return f"Incoming(kind={self.kind!r}, {len(self.data)} bytes)"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Raw bytes that are safe on disk. `is_new` is False for a copy of something already here; `is_conflict` says that
    other bytes came under the same key, which were kept as evidence and change nothing.
    """

    pk: int
    is_new: bool
    is_conflict: bool
    state: str
    conversation_pk: int | None


def keep_raw(incoming: Incoming) -> Kept:
    """Put the bytes on disk, once: a copy becomes an observation, other bytes under the same key a conflict."""
    digest = sha256(incoming.data)
    same = True
    try:
        with transaction.atomic():
            raw, is_new = Raw.objects.get_or_create(
                dedupe_key=sha256(incoming.dedupe.encode()),
                defaults={
                    "team": incoming.team,
                    "received_by": incoming.user,
                    "kind": incoming.kind,
                    "name": _line(incoming.name, 255),
                    "agents": _line(incoming.agents, 500),
                    "conversation_id": incoming.conversation_pk,
                    "data": incoming.data,
                    "size": len(incoming.data),
                    "sha256": digest,
                },
            )
            if not is_new:
                same = raw.sha256 == digest
                kind, evidence = ("duplicate", b"") if same else ("conflict", incoming.data)
                Observation.objects.create(raw=raw, kind=kind, sha256=digest, data=evidence)
    except IntegrityError:
        # The same thing arrived twice at one moment and the other was first; it is there now.
        return keep_raw(incoming)
    return Kept(pk=raw.pk, is_new=is_new, is_conflict=not same, state=raw.state, conversation_pk=raw.conversation_id)


def raw_bytes(pk: int) -> RawBytes:
    """The bytes to parse."""
    raw = Raw.objects.select_related("team").get(pk=pk)
    return RawBytes(
        pk=raw.pk,
        kind=raw.kind,
        name=raw.name,
        agents=raw.agents,
        data=bytes(raw.data),
        team=raw.team,
        conversation_pk=raw.conversation_id,
    )


@transaction.atomic
def finish_raw(pk: int, problems: list[BadInput], conversation_pk: int | None = None) -> None:
    """Say what became of the bytes; earlier problems of the same bytes give way to these."""
    raw = Raw.objects.select_for_update().defer("data").get(pk=pk)
    raw.problems.all().delete()
    Quarantine.objects.bulk_create(
        Quarantine(
            raw=raw,
            where=_line(problem.where, 300),
            problem=_line(problem.problem, 500),
            remedy=_line(problem.remedy, 500),
        )
        for problem in problems[:1000]
    )
    raw.state = Raw.State.QUARANTINED if problems else Raw.State.STORED
    raw.attempts += 1
    if conversation_pk is not None:
        raw.conversation_id = conversation_pk
    raw.save(update_fields=["state", "attempts", "conversation"])


@transaction.atomic
def store_conversation(team: Team, conversation: Conversation) -> Stored:
    """Add the conversation to the team, or take over what a later copy of it adds.

    A copy that holds every stored message unchanged updates; one that would change or drop a message is a conflict
    and changes nothing.
    """
    now = timezone.now()
    row = ConversationRow.objects.select_for_update().filter(team=team, key=conversation.id).first()
    if row is None:
        row = ConversationRow.objects.create(team=team, **columns(conversation, team, now))
        remember_people(row, conversation)
        return _announced(Outcome.STORED, row)
    before = received(row)
    if to_json(before) == to_json(conversation):
        return _quiet(Outcome.DUPLICATE, row)
    if not _contains(conversation, before):
        return _quiet(Outcome.CONFLICT, row)
    return _rewrite(row, conversation, now)


@transaction.atomic
def append_message(pk: int, message: Message, participant: Participant | None) -> Stored:
    """Add one message, at its place in time, and the person who wrote it where they are new.

    The same message again is a duplicate; other words under the same id are a conflict and change nothing.
    """
    row = ConversationRow.objects.select_for_update().get(pk=pk)
    before = received(row)
    known = next((old for old in before.messages if old.id == message.id), None)
    if known is not None:
        return _quiet(Outcome.DUPLICATE if known == message else Outcome.CONFLICT, row)
    people = before.participants
    if participant is not None and all(person.id != participant.id for person in people):
        people = (*people, participant)
    after = msgspec.structs.replace(before, participants=people, messages=_in_time(before.messages, message))
    after = decent(after)
    return replace(_rewrite(row, after, timezone.now(), touch=True), outcome=Outcome.STORED)


@transaction.atomic
def remove_messages(pk: int, gone: frozenset[str]) -> Stored:
    """Take messages that were noted by mistake out of a conversation; what came in stays in the raw."""
    row = ConversationRow.objects.select_for_update().get(pk=pk)
    before = received(row)
    kept = tuple(message for message in before.messages if message.id not in gone)
    return _rewrite(row, msgspec.structs.replace(before, messages=kept), timezone.now(), touch=True)


@transaction.atomic
def close_conversation(pk: int, status: Status) -> Stored:
    """It is over, and how."""
    row = ConversationRow.objects.select_for_update().get(pk=pk)
    now = timezone.now()
    return _rewrite(row, msgspec.structs.replace(received(row), status=status, closed_at=now), now, touch=True)


@transaction.atomic
def correct_role(pk: int, participant: str, role: Role, user: User) -> Stored:
    """Remember who this participant really is."""
    row = ConversationRow.objects.select_for_update().get(pk=pk)
    if all(person.id != participant for person in received(row).participants):
        raise BadInput("nobody in this conversation has that id", where="participant", remedy="Reload the page.")
    RoleOverride.objects.update_or_create(
        conversation=row, participant=participant, defaults={"role": role.value, "made_by": user}
    )
    return _next_version(Outcome.UPDATED, row)


@transaction.atomic
def silence(rule: str, scope: str, user: User, conversation_pk: int | None = None) -> int:
    """Turn a rule off; a second time changes nothing."""
    now = timezone.now()
    place: dict[str, Any] = {
        "rule": rule,
        "scope": scope,
        "conversation_id": conversation_pk if scope == "here" else None,
        "undone_at": None,
    }
    if scope == "me":
        place["created_by"] = user
    # One that has run out is closed first, so that the desk can decide again.
    Silence.objects.filter(**place, expires_at__lte=now).update(undone_at=now)
    found = Silence.objects.filter(**place).first()
    if found is None:
        expires = now + DESK_SILENCE if scope == "desk" else None
        found = Silence.objects.create(**{**place, "created_by": user, "expires_at": expires})
    return found.pk


def undo_silence(pk: int) -> None:
    """Turn the rule on again; the record that it was off stays."""
    Silence.objects.filter(pk=pk, undone_at=None).update(undone_at=timezone.now())


def touch_conversation(pk: int) -> None:
    """Open pages of this conversation have something new to show, though no message came."""
    row = ConversationRow.objects.get(pk=pk)
    announce(Change(conversation=row.pk, slug=row.slug, version=row.version))


def _rewrite(row: ConversationRow, conversation: Conversation, now: datetime, *, touch: bool = False) -> Stored:
    for name, value in columns(conversation, row.team, now).items():
        setattr(row, name, value)
    remember_people(row, conversation)
    if touch:
        row.last_activity_at = now
    return _next_version(Outcome.UPDATED, row)


def _next_version(outcome: Outcome, row: ConversationRow) -> Stored:
    row.version += 1
    row.save()
    return _announced(outcome, row)


def _announced(outcome: Outcome, row: ConversationRow) -> Stored:
    announce(Change(conversation=row.pk, slug=row.slug, version=row.version))
    return _quiet(outcome, row)


def _quiet(outcome: Outcome, row: ConversationRow) -> Stored:
    return Stored(outcome=outcome, pk=row.pk, slug=row.slug, version=row.version)


def _contains(later: Conversation, earlier: Conversation) -> bool:
    messages = {message.id: message for message in later.messages}
    return all(messages.get(message.id) == message for message in earlier.messages)


def _in_time(messages: tuple[Message, ...], new: Message) -> tuple[Message, ...]:
    """The messages with the new one after every message that is not later, so that order of arrival does not count."""
    place = len(messages)
    while place and _later(messages[place - 1], new):
        place -= 1
    return (*messages[:place], new, *messages[place:])


def _later(message: Message, than: Message) -> bool:
    if message.sent_at and than.sent_at and message.sent_at != than.sent_at:
        return message.sent_at > than.sent_at
    if message.start_s is not None and than.start_s is not None:
        return message.start_s > than.start_s
    return False


def _line(text: str, longest: int) -> str:
    return " ".join(text.replace("\0", "\ufffd").split())[:longest]


def stored_at(pk: int) -> Stored:
    """Where a conversation that came earlier is now."""
    return _quiet(Outcome.DUPLICATE, ConversationRow.objects.get(pk=pk))
