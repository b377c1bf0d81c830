"""What a reader found, into the store: each thing by itself, so that one that cannot be stored stops no other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from django.db import DatabaseError

from calmdesk.conversation import Conversation, Message, Participant
from calmdesk.errors import BadInput
from calmdesk.web.accounts.models import Team
from calmdesk.web.store import services
from calmdesk.web.store.services import Outcome, Stored

_MOST = 50
_MOST_CHARACTERS = 1_000_000
_log = logging.getLogger(__name__)


class Conflict(BadInput):
    """The id is taken by something with other words; nothing was overwritten."""


def is_full(batch: Sequence[Conversation | BadInput]) -> bool:
    """Whether these are enough for one transaction: a sync of the disk for each would make a mailbox slow."""
    characters = sum(len(message.text) for one in batch if not isinstance(one, BadInput) for message in one.messages)
    return len(batch) >= _MOST or characters >= _MOST_CHARACTERS


def store_found(team: Team, found: Conversation | BadInput) -> Stored | BadInput:
    """The conversation in the store, or why it is not there."""
    if isinstance(found, BadInput):
        return found
    return _stored("conversation", lambda: services.store_conversation(team, found))


def store_message(conversation_pk: int, message: Message, participant: Participant | None) -> Stored | BadInput:
    """The message in its conversation, or why it is not there."""
    return _stored("message", lambda: services.append_message(conversation_pk, message, participant))


def _stored(what: str, store: Callable[[], Stored]) -> Stored | BadInput:
    try:
        stored = store()
    except BadInput as problem:
        return problem
    except DatabaseError:
        raise
    except Exception as error:
        _log.exception("could not store one thing")
        kind = type(error).__name__
        return BadInput(f"it could not be stored ({kind})", remedy="The original is kept; retry after an update.")
    if stored.outcome is Outcome.CONFLICT:
        return Conflict(
            f"a {what} with this id is already here, with other words",
            where="$.id",
            remedy="Give it another id. The one that was here first is unchanged.",
        )
    return stored
