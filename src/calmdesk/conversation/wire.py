"""The wire form: conversations in and out as JSON (version 1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from calmdesk.conversation.conversation import Conversation, Status
from calmdesk.conversation.message import Channel, Message
from calmdesk.conversation.participant import Relation, Role
from calmdesk.conversation.strict_json import parse
from calmdesk.errors import BadInput

_ALLOWED = {
    "channel": Channel,
    "role": Role,
    "relation": Relation,
    "status": Status,
}
_ENCODER = msgspec.json.Encoder()


def conversation_from_json(data: bytes | str) -> Conversation:
    """Read one conversation; anything unknown, missing or ambiguous is a `BadInput` that names its path."""
    return conversation_from_dict(parse(data))


def conversation_from_dict(value: Any) -> Conversation:
    """Read one conversation from already parsed JSON."""
    try:
        conversation = msgspec.convert(value, Conversation)
    except msgspec.ValidationError as error:
        raise _explained(str(error)) from None
    return _cleaned(conversation)


def to_json(value: Any) -> bytes:
    """One value (conversation, reading, finding …) as one line of JSON, keys in a fixed order."""
    return _ENCODER.encode(value)


def conversation_schema() -> dict[str, Any]:
    """The JSON Schema of a conversation."""
    return _with_title(msgspec.json.schema(Conversation), "calmdesk conversation, version 1")


def _with_title(schema: Mapping[str, Any], title: str) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}


def _explained(message: str) -> BadInput:
    problem, _, path = message.partition(" - at ")
    path = path.strip("`") or "$"
    key = path.rpartition(".")[2]
    if problem.startswith("Invalid enum value") and key in _ALLOWED:
        allowed = ", ".join(member.value for member in _ALLOWED[key])
        return BadInput(f"{problem}; allowed are {allowed}", where=path, remedy="Use one of these.")
    if "contains unknown field" in problem:
        return BadInput(problem, where=path, remedy='Remove it, or carry it under "x".')
    if "missing required field" in problem:
        return BadInput(problem, where=path, remedy="Add it.")
    if "timezone component" in problem:
        return BadInput("a time without a zone", where=path, remedy='End it with "Z" or an offset such as "+01:00".')
    return BadInput(problem, where=path, remedy="See the wire form in the documentation.")


def _cleaned(conversation: Conversation) -> Conversation:
    """Drop what calmdesk must not hold: an agent's loudness is never read (P-2.1, respect)."""
    if not any(message.loudness_db for message in conversation.messages):
        return conversation
    kept = tuple(_without_desk_loudness(conversation, message) for message in conversation.messages)
    return msgspec.structs.replace(conversation, messages=kept)


def _without_desk_loudness(conversation: Conversation, message: Message) -> Message:
    if message.loudness_db and conversation.role_of(message) is not Role.REQUESTER:
        return msgspec.structs.replace(message, loudness_db=())
    return message
