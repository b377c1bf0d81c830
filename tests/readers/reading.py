"""Short ways for tests to read a text and to say what came out."""

from __future__ import annotations

from calmdesk.conversation import Conversation, Message
from calmdesk.errors import BadInput
from calmdesk.readers import Desk, read_bytes

NO_DESK = Desk()


def read_one(data: str | bytes, *, name: str = "", desk: Desk = NO_DESK, as_format: str | None = None) -> Conversation:
    """The only thing in it, which is a conversation."""
    found = read_all(data, name=name, desk=desk, as_format=as_format)
    assert len(found) == 1, found
    assert isinstance(found[0], Conversation), found[0]
    return found[0]


def read_all(
    data: str | bytes, *, name: str = "", desk: Desk = NO_DESK, as_format: str | None = None
) -> list[Conversation | BadInput]:
    data = data.encode() if isinstance(data, str) else data
    return list(read_bytes(data, name=name, desk=desk, format=as_format))


def problems(found: list[Conversation | BadInput]) -> list[str]:
    return [str(item) for item in found if isinstance(item, BadInput)]


def said(conversation: Conversation) -> list[tuple[str, str]]:
    """Who said what."""
    return [(message.sender, message.text) for message in conversation.messages]


def roles(conversation: Conversation) -> dict[str, str]:
    return {person.id: person.role.value for person in conversation.participants}


def in_original(message: Message, data: bytes) -> str:
    """The words as the original bytes give them at the place that the message names."""
    source = message.source
    assert source is not None
    assert source.start is not None
    assert source.end is not None
    text = data[source.start : source.end].decode(source.charset or "utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_exact(message: Message) -> bool:
    """Whether the message claims that its place holds its words and nothing else."""
    source = message.source
    return source is not None and source.start is not None and "whole_part" not in source.x
