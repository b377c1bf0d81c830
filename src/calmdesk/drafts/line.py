"""A draft as JSON: its text, where it is sent, and the conversation it answers."""

from __future__ import annotations

from typing import Any, NamedTuple

from calmdesk.conversation import Channel, Conversation, conversation_from_dict
from calmdesk.conversation.strict_json import parse
from calmdesk.errors import BadInput

_KNOWN = ("text", "channel", "conversation", "x")


class Draft(NamedTuple):
    text: str
    channel: Channel | None
    conversation: Conversation | None


def draft_from_json(data: bytes) -> Draft:
    """Read one draft; what is wrong is told with its path."""
    given: Any = parse(data)
    if not isinstance(given, dict):
        raise BadInput("a draft is an object with a text", remedy='Write {"text": "…"}.')
    for key in given:
        if key not in _KNOWN:
            raise BadInput(f"unknown key; allowed are {', '.join(_KNOWN)}", where=f"$.{key}", remedy="Remove it.")
    if not isinstance(given.get("text"), str):
        raise BadInput("the text of the draft is missing", where="$.text", remedy="Give it as a string.")
    return Draft(given["text"], _channel(given.get("channel")), _conversation(given.get("conversation")))


def _channel(given: object) -> Channel | None:
    if given is None:
        return None
    try:
        return Channel(str(given))
    except ValueError:
        allowed = ", ".join(channel.value for channel in Channel)
        raise BadInput(f"no known channel; allowed are {allowed}", where="$.channel", remedy="Use one.") from None


def _conversation(given: object) -> Conversation | None:
    if given is None:
        return None
    if not isinstance(given, dict):
        raise BadInput(
            "a conversation is an object",
            where="$.conversation",
            remedy="Give the conversation itself, in calmdesk's own JSON form.",
        )
    return conversation_from_dict(given)
