"""Readings on demand: a few milliseconds to make, so none is stored; the latest are remembered in this process."""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from threading import Lock

import msgspec
from django.conf import settings
from django.utils import timezone
from msgspec import UNSET

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role, Status
from calmdesk.escalation import Used
from calmdesk.playbook import Playbook, load_playbook
from calmdesk.reading import Desk, MessageReading, NotRead, Reading, read
from calmdesk.temperature import Model, installed_model
from calmdesk.web.accounts.access import Viewer
from calmdesk.web.store.contacts import earlier_contacts
from calmdesk.web.store.promise_notes import notes_of
from calmdesk.web.store.records import Record
from calmdesk.web.store.selectors import silenced_rules
from calmdesk.web.store.unhelpful import declined_in

_log = logging.getLogger(__name__)
_first = Lock()
# What a reading says of promises and waits moves with the clock.
_FRESH = timedelta(minutes=5)
_LADDER_MEMORY = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a reading depends on beside the conversation: what was silenced, declined and settled by people."""

    silenced: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    owners: tuple[tuple[str, str], ...] = ()
    settled: tuple[tuple[str, datetime], ...] = ()
    earlier: tuple[Used, ...] = ()

    def desk(self) -> Desk:
        """What the reading is told of the desk."""
        return Desk(
            hours=settings.CALMDESK.hours,
            earlier=self.earlier,
            owners=dict(self.owners),
            settled=dict(self.settled),
        )


_Key = tuple[str, int, Asked]


def reading_of(record: Record, viewer: Viewer) -> Reading:
    """What calmdesk says of this conversation to this viewer: without the rules that are silenced for them here, and
    without the next moves that somebody called not helpful in it.
    """
    owners, settled = notes_of(record.pk)
    return _remembered().get(
        record,
        Asked(
            silenced=silenced_rules(viewer, record.pk),
            declined=declined_in(record.pk),
            owners=tuple(sorted(owners.items())),
            settled=tuple(sorted(settled.items())),
            earlier=_said_earlier(record, viewer),
        ),
    )


def _said_earlier(record: Record, viewer: Viewer) -> tuple[Used, ...]:
    """The boundaries that were said to the same people in contacts that this viewer may read, on any channel."""
    found: list[Used] = []
    for other in earlier_contacts(viewer, record.pk, timezone.now() - _LADDER_MEMORY):
        ladder = _remembered().get(other, Asked()).ladder
        said = () if ladder is UNSET else ladder.used
        is_over = other.conversation.status in (Status.SOLVED, Status.CLOSED)
        found += (msgspec.structs.replace(one, case_closed=is_over) for one in said)
    return tuple(found)


def reading_without(record: Record, silenced: frozenset[str]) -> Reading:
    """The reading without these rules."""
    return _remembered().get(record, Asked(silenced=silenced))


def read_now(conversation: Conversation) -> Reading:
    """The reading of a conversation that is not stored."""
    warm_up()
    return _read(conversation, Asked())


def warm_up() -> None:
    """Load, once, what is otherwise loaded by the first reading and by the first text in another language.

    Two threads that find it missing at the same moment would each load it, and a language model is 75 MB.
    """
    with _first:
        _loaded()


@cache
def playbook() -> Playbook:
    """The playbook of this process: the one that comes with calmdesk, and the desk's own folders over it."""
    return load_playbook(*settings.CALMDESK.playbook)


def model() -> Model | None:
    """The model that came with calmdesk, unless the operator switched it off."""
    return installed_model() if settings.CALMDESK.model else None


class Remembered:
    """The latest readings by conversation, version and what was asked; the playbook never changes in a process."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._readings: OrderedDict[_Key, Reading] = OrderedDict()
        self._lock = Lock()

    def get(self, record: Record, asked: Asked) -> Reading:
        key = (record.slug, record.version, asked)
        with self._lock:
            known = self._readings.get(key)
            if known is not None and _is_fresh(known, record.conversation):
                self._readings.move_to_end(key)
                return known
        warm_up()
        reading = _read(record.conversation, asked)
        with self._lock:
            self._readings[key] = reading
            if len(self._readings) > self._size:
                self._readings.popitem(last=False)
        return reading


def _is_fresh(reading: Reading, conversation: Conversation) -> bool:
    over = conversation.status in (Status.SOLVED, Status.CLOSED)
    return over or timezone.now() - reading.as_of < _FRESH


def _read(conversation: Conversation, asked: Asked) -> Reading:
    """The reading; where reading itself fails, one that says so, so that one conversation never takes an inbox down."""
    now = timezone.now()
    try:
        return read(
            conversation,
            playbook(),
            now=now,
            silenced=asked.silenced,
            declined=asked.declined,
            desk=asked.desk(),
            model=model(),
        )
    except Exception as error:
        _log.exception("a conversation could not be read")
        why = f"reading it failed ({type(error).__name__}); this is a mistake of calmdesk"
        messages = tuple(
            MessageReading(id=message.id, role=conversation.role_of(message)) for message in conversation.messages
        )
        not_read = (NotRead(part="signs", why=why),)
        return Reading(conversation=conversation.id, as_of=now, not_read=not_read, messages=messages, findings=())


@cache
def _remembered() -> Remembered:
    return Remembered(512)


@cache
def _loaded() -> None:
    said = ("Guten Tag, der Drucker im zweiten Stock druckt seit heute Morgen nicht mehr.", "Was zeigt der Bildschirm?")
    conversation = Conversation(
        id="warm-up",
        channel=Channel.CHAT,
        participants=(Participant(id="U", role=Role.REQUESTER),),
        messages=tuple(Message(id=text[:3], sender="U", text=text) for text in said),
    )
    read(conversation, playbook(), now=timezone.now(), model=model())
