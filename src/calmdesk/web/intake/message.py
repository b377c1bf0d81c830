"""The body of an append: one message, and who wrote it where they are new."""

from __future__ import annotations

import msgspec

from calmdesk.conversation import Message, Participant
from calmdesk.conversation.strict_json import parse
from calmdesk.errors import BadInput


def message_from_json(data: bytes) -> tuple[Message, Participant | None]:
    """One message of the wire form, either bare or as `{"message": …, "participant": …}`."""
    value = parse(data)
    if isinstance(value, dict) and "message" not in value:
        value = {"message": value}
    try:
        appended = msgspec.convert(value, _Appended)
    except msgspec.ValidationError as error:
        problem, _, path = str(error).partition(" - at ")
        remedy = "See the wire form in the documentation."
        raise BadInput(problem, where=path.strip("`") or "$", remedy=remedy) from None
    return appended.message, appended.participant


class _Appended(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    message: Message
    participant: Participant | None = None
