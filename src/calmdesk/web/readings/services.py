"""Readings on demand: a few milliseconds to make, so none is stored; the latest are remembered in this process."""

from __future__ import annotations

import logging
from collections import OrderedDict
from functools import cache
from threading import Lock

from django.conf import settings
from django.utils import timezone

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role
from calmdesk.playbook import Playbook, load_playbook
from calmdesk.reading import MessageReading, NotRead, Reading, read
from calmdesk.temperature import Model, installed_model
from calmdesk.web.accounts.access import Viewer
from calmdesk.web.store.records import Record
from calmdesk.web.store.selectors import silenced_rules
from calmdesk.web.store.unhelpful import declined_in

_log = logging.getLogger(__name__)
_first = Lock()
_NOTHING: frozenset[str] = frozenset()
_Key = tuple[str, int, frozenset[str], frozenset[str]]


def reading_of(record: Record, viewer: Viewer) -> Reading:
    """What calmdesk says of this conversation to this viewer: without the rules that are silenced for them here, and
    without the next moves that somebody called not helpful in it.
    """
    return _remembered().get(record, silenced_rules(viewer, record.pk), declined_in(record.pk))


def reading_without(record: Record, silenced: frozenset[str]) -> Reading:
    """The reading without these rules."""
    return _remembered().get(record, silenced, _NOTHING)


def read_now(conversation: Conversation) -> Reading:
    """The reading of a conversation that is not stored."""
    warm_up()
    return _read(conversation, _NOTHING, _NOTHING)


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
    """The latest readings by conversation, version and silenced rules; the playbook never changes in a process."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._readings: OrderedDict[_Key, Reading] = OrderedDict()
        self._lock = Lock()

    def get(self, record: Record, silenced: frozenset[str], declined: frozenset[str]) -> Reading:
        key = (record.slug, record.version, silenced, declined)
        with self._lock:
            if key in self._readings:
                self._readings.move_to_end(key)
                return self._readings[key]
        warm_up()
        reading = _read(record.conversation, silenced, declined)
        with self._lock:
            self._readings[key] = reading
            if len(self._readings) > self._size:
                self._readings.popitem(last=False)
        return reading


def _read(conversation: Conversation, silenced: frozenset[str], declined: frozenset[str]) -> Reading:
    """The reading; where reading itself fails, one that says so, so that one conversation never takes an inbox down."""
    now = timezone.now()
    try:
        return read(conversation, playbook(), now=now, silenced=silenced, declined=declined, model=model())
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
