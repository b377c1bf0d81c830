"""Drafts checked on demand. Nothing of a draft is kept; what it answers is remembered, so that typing stays quick."""

from __future__ import annotations

from collections import OrderedDict
from functools import cache
from threading import Lock

import msgspec

from calmdesk.conversation import Channel, Conversation
from calmdesk.drafts import DraftCheck, Situation, check
from calmdesk.reading import situation
from calmdesk.web.accounts.access import Viewer
from calmdesk.web.readings.services import model, playbook, warm_up
from calmdesk.web.store.records import Record
from calmdesk.web.store.selectors import silenced_rules
from calmdesk.web.store.unhelpful import declined_in

_Key = tuple[str, int]


def check_draft(
    text: str, viewer: Viewer, record: Record, *, channel: Channel | None = None, internal: bool = False
) -> DraftCheck:
    """A draft in its conversation, for this viewer: without what they silenced, or anybody called unhelpful there."""
    answers = _situations().get(record)
    answers = msgspec.structs.replace(answers, channel=channel or answers.channel, internal=internal)
    left_out = silenced_rules(viewer, record.pk) | declined_in(record.pk)
    return check(text, playbook(), answers, silenced=left_out)


def situation_in(record: Record) -> Situation:
    """What a reply in this conversation answers."""
    return _situations().get(record)


def check_apart(
    text: str, viewer: Viewer, conversation: Conversation | None, *, channel: Channel | None = None
) -> DraftCheck:
    """A draft whose conversation is not here: given along, or not known at all."""
    warm_up()
    if conversation is None:
        answers = Situation(channel=channel or Channel.CHAT)
    else:
        answers = situation(conversation, playbook(), channel=channel, model=model())
    return check(text, playbook(), answers, silenced=silenced_rules(viewer, None))


class _Situations:
    """The latest situations by conversation and version: somebody who types asks for the same one again and again."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._known: OrderedDict[_Key, Situation] = OrderedDict()
        self._lock = Lock()

    def get(self, record: Record) -> Situation:
        key = (record.slug, record.version)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        warm_up()
        found = situation(record.conversation, playbook(), model=model())
        with self._lock:
            self._known[key] = found
            if len(self._known) > self._size:
                self._known.popitem(last=False)
        return found


@cache
def _situations() -> _Situations:
    return _Situations(64)
