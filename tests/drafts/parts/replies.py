"""Parts of a reply as the desk would be given them."""

from __future__ import annotations

import msgspec

from calmdesk.conversation import Conversation, Status
from calmdesk.drafts import Situation, situation_of
from calmdesk.drafts.parts import Part, parts
from calmdesk.guidance import guide
from calmdesk.reading import judged
from calmdesk.signals import find_triggers
from tests.talk import builtin, talk


def built(conversation: Conversation) -> tuple[Part, ...]:
    found = judged(conversation, builtin())
    triggers = tuple(find_triggers([item.moment for item in found.scanned], builtin()))
    card = guide(found.conversation, found.scanned, found.heats, triggers, builtin())
    return parts(found.conversation, builtin(), scanned=found.scanned, heats=found.heats, card=card)


def reply_to(dialogue: str) -> tuple[Part, ...]:
    return built(talk(dialogue))


def situation(conversation: Conversation) -> Situation:
    found = judged(conversation, builtin())
    return situation_of(found.conversation, found.scanned, found.heats)


def texts(built: tuple[Part, ...], kind: str) -> list[str]:
    return [part.text for part in built if part.kind == kind]


def prefixes(conversation: Conversation) -> list[Conversation]:
    """The conversation as it stood after each message of somebody who asks."""
    asks = [one for one in conversation.messages if conversation.role_of(one).value == "requester"]
    return [as_it_stood(conversation, one.id) for one in asks]


def as_it_stood(conversation: Conversation, message: str) -> Conversation:
    """At that message the ticket was open, whatever became of it."""
    return msgspec.structs.replace(conversation.until(message), status=Status.OPEN)
