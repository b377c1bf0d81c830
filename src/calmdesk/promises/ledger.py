"""Every promise of a conversation and how it stands: the record that the requester already keeps in their head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from calmdesk.conversation import DESK_SIDE, Conversation, Message, Role
from calmdesk.promises.find import Commitment, find
from calmdesk.promises.hours import Hours
from calmdesk.promises.matter import same_matter
from calmdesk.promises.substance import Substance, confirms, keeps, substance_of
from calmdesk.promises.things import CONTACTS, ON_THE_WAY
from calmdesk.promises.values import Kind, Promise, State
from calmdesk.promises.when import when

# What is written in the same minute as the promise was known when it was given.
_SAME_BREATH = timedelta(minutes=2)
# A conversation of fifty thousand messages must not take their square.
LOOK_AHEAD = 300
_Later = tuple[Message, Substance, tuple[Promise, ...]]
_UNFINISHED = frozenset({State.OPEN, State.BROKEN})


def ledger(
    conversation: Conversation,
    *,
    now: datetime,
    hours: Hours | None = None,
    owners: Mapping[str, str] | None = None,
    settled: Mapping[str, datetime] | None = None,
) -> tuple[Promise, ...]:
    """
    The promises of the desk as they stand at `now`, in order of place; nothing later than `now` is looked at.

    `owners` says who answers for a promise (by its `key`) where it was handed over, `settled` when one is due whose
    words left that open.
    """
    said = [message for message in conversation.messages if message.sent_at is None or message.sent_at <= now]
    given = [
        tuple(_with_time(promise, settled or {}) for promise in _promises(conversation, message, hours or Hours()))
        for message in said
    ]
    if not any(given):
        return ()
    told = list(zip(said, _brought(conversation, said), given, strict=True))
    found = []
    for place, promises in enumerate(given):
        for promise in promises:
            stands = _settled(promise, conversation, told[place + 1 : place + 1 + LOOK_AHEAD], now)
            owner = (owners or {}).get(promise.key, promise.sender)
            found.append(msgspec.structs.replace(stands, owner=owner))
    return tuple(found)


def hand_over(promises: Sequence[Promise], to: str) -> tuple[Promise, ...]:
    """The same promises, the unfinished ones now in the hands of `to`; what is done stays with whoever did it."""
    return tuple(
        msgspec.structs.replace(promise, owner=to) if promise.state in _UNFINISHED else promise for promise in promises
    )


def owners_of(promises: Sequence[Promise]) -> dict[str, str]:
    """Who answers for what was handed over, by key: what `ledger` asks for, and all that needs to be stored."""
    return {promise.key: promise.owner for promise in promises if promise.owner != promise.sender}


def speaks_for_desk(conversation: Conversation, message: Message) -> bool:
    """Whether the requester heard this from a person of the desk: no internal note, no automatic reply."""
    return conversation.role_of(message) in DESK_SIDE and not message.internal and not message.automatic


def _promises(conversation: Conversation, message: Message, hours: Hours) -> Iterator[Promise]:
    if not speaks_for_desk(conversation, message):
        return
    for commitment in find(message.text):
        yield _promise(commitment, conversation, message, hours)


def _with_time(promise: Promise, settled: Mapping[str, datetime]) -> Promise:
    due = settled.get(promise.key)
    if due is None or promise.due is not None:
        return promise
    return msgspec.structs.replace(promise, due=due, kind=Kind.WALL, asks=None, candidates=())


def _promise(commitment: Commitment, conversation: Conversation, message: Message, hours: Hours) -> Promise:
    due = when(commitment.time, message.sent_at, conversation.timezone or hours.zone or _offset_of(message), hours)
    return Promise(
        conversation=conversation.id,
        message=message.id,
        sender=message.sender,
        owner=message.sender,
        start=commitment.start,
        end=commitment.end,
        quote=message.text[commitment.start : commitment.end],
        what=commitment.what,
        estimate=commitment.estimate,
        said_at=message.sent_at,
        due=due.due,
        kind=due.kind,
        asks=due.asks,
        candidates=due.candidates,
    )


def _offset_of(message: Message) -> str | None:
    """The writer's own clock, where nothing else names a zone: a mail's date carries its offset."""
    offset = message.sent_at.utcoffset() if message.sent_at is not None else None
    if not offset or offset % timedelta(hours=1):
        return None
    # In these names the sign is turned round: Etc/GMT-2 is two hours ahead.
    return f"Etc/GMT{-offset // timedelta(hours=1):+d}"


def _brought(conversation: Conversation, said: Sequence[Message]) -> list[Substance]:
    """What each message brings; of a requester, only that it works counts."""
    brought = []
    for message in said:
        if speaks_for_desk(conversation, message):
            brought.append(substance_of(conversation, message))
        elif conversation.role_of(message) is Role.REQUESTER and confirms(message.text):
            brought.append(Substance.DONE)
        else:
            brought.append(Substance.NOTHING)
    return brought


def _settled(promise: Promise, conversation: Conversation, later: Sequence[_Later], now: datetime) -> Promise:
    """The first later message that keeps the promise or renews it decides; without one, the clock does."""
    same_turn = True
    for message, brought, given in later:
        overdue = _overdue(promise, message.sent_at)
        renewed = not overdue and any(_renews(new, promise) for new in given)
        # "We found the cause; I'll call you tomorrow instead": news, and the call is still owed.
        owed = renewed and promise.what != "update" and not brought & ~Substance.NEWS
        if not owed and _kept(promise, conversation, message, brought, same_turn):
            return msgspec.structs.replace(promise, state=State.LATE if overdue else State.KEPT, kept_by=message.id)
        if renewed:
            return msgspec.structs.replace(promise, state=State.RENEWED, renewed_by=message.id)
        same_turn = same_turn and conversation.role_of(message) in DESK_SIDE
    return msgspec.structs.replace(promise, state=State.BROKEN) if _overdue(promise, now) else promise


def _overdue(promise: Promise, at: datetime | None) -> bool:
    return promise.due is not None and at is not None and at > promise.due


def _kept(promise: Promise, conversation: Conversation, message: Message, brought: Substance, same_turn: bool) -> bool:
    if conversation.role_of(message) is Role.REQUESTER:
        return promise.what not in CONTACTS | ON_THE_WAY and bool(brought)
    if same_turn and not brought & Substance.DONE and _in_one_breath(promise, message):
        brought &= ~(Substance.NEWS | Substance.CALLED)
    return keeps(promise.what, brought, message.text)


def _in_one_breath(promise: Promise, message: Message) -> bool:
    if promise.due is None or promise.said_at is None or message.sent_at is None:
        return False
    return message.sent_at - promise.said_at <= min(_SAME_BREATH, (promise.due - promise.said_at) / 2)


def _renews(new: Promise, old: Promise) -> bool:
    """Whether a later promise takes the place of an earlier one: the same thing with a time, or the next word on it."""
    if new.due is None and not new.candidates:
        # Without a time, only what had none either is said again.
        return old.due is None and new.what == old.what
    if new.what == old.what:
        return new.what in CONTACTS or same_matter(new.quote, old.quote)
    # Whoever says before its time when they will write again has told the requester that it takes longer.
    return new.what in CONTACTS and (old.due is None or new.due is None or new.due > old.due)
