"""Whose a conversation is, and whose a promise in it: by assignment, by name, or because it was handed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from calmdesk.conversation import DESK_SIDE, Participant
from calmdesk.promises import Promise
from calmdesk.web.accounts.models import User
from calmdesk.web.store.promise_notes import given_to
from calmdesk.web.store.records import Record


def own_records(records: Iterable[Record], user: User) -> Iterator[Record]:
    """Those that are this person's: assigned to them, written in for the desk, or with a promise handed to them."""
    given = given_to(user)
    return (record for record in records if record.pk in given or _is_own(record, user))


def answers_for(promise: Promise, record: Record, user: User) -> bool:
    """Whether the promise is this person's to keep: they were given it, or they made it and nobody else was."""
    if promise.owner != promise.sender:
        return promise.owner == user.get_username()
    return any(person.id == promise.sender and _is(person, user) for person in record.conversation.participants)


def _is_own(record: Record, user: User) -> bool:
    if record.assignee_pk == user.pk:
        return True
    talk = record.conversation
    known = {person.id for person in talk.participants if person.role in DESK_SIDE and _is(person, user)}
    return bool(known) and any(message.sender in known for message in talk.messages)


def _is(person: Participant, user: User) -> bool:
    theirs = {address.lower() for address in person.addresses} | {person.id.lower(), (person.name or "").lower()}
    return bool({user.get_username().lower(), user.email.lower(), str(user).lower()} & theirs - {""})
