"""calmdesk's own JSON: one conversation, or an array of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from calmdesk.conversation import Conversation, Message, Source, conversation_from_dict
from calmdesk.conversation.strict_json import parse
from calmdesk.errors import BadInput
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.roles import assign_roles

_KEYS = ("messages", "participants", "calmdesk")


class CalmdeskJson:
    """The wire form, version 1."""

    name = "json"
    title = "calmdesk JSON (one conversation or an array)"

    def recognises(self, original: Original) -> bool:
        """Also says yes to broken JSON, so that the answer is a line and a column."""
        head = original.data[:200].lstrip(b"\xef\xbb\xbf\r\n\t ")
        if original.json is not None:
            value = original.json
            return any(map(is_ours, value[:5])) if isinstance(value, list) else is_ours(value)
        if original.name.lower().endswith(".json"):
            return not _parses(original.data)
        return head.startswith((b'{"', b"[{")) or head[1:].lstrip().startswith((b'"', b"{"))

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """Each conversation; in an array, a bad one is a BadInput with its place, and the others are read."""
        try:
            value = parse(original.data)
        except BadInput as problem:
            yield problem
            return
        if not isinstance(value, list):
            yield read_one(value, original.sha256, desk)
            return
        if not value:
            yield BadInput("an empty array", remedy="Put conversations into it.")
        for place, item in enumerate(value):
            yield read_one(item, original.sha256, desk, where=f"$[{place}]")


def is_ours(value: Any) -> bool:
    """Whether this JSON value looks like a conversation in the wire form."""
    return isinstance(value, dict) and (
        value.get("calmdesk") is not None or (isinstance(value.get("messages"), list) and "participants" in value)
    )


def read_one(value: Any, raw: str, desk: Desk, *, where: str = "") -> Conversation | BadInput:
    """One parsed conversation; `where` is its place in the file. Messages without a source get this file as theirs."""
    try:
        found = conversation_from_dict(value)
        root = where if where.startswith("$") else "$"
        messages = tuple(
            _sourced(message, raw, f"{root}.messages[{place}].text") for place, message in enumerate(found.messages)
        )
        return assign_roles(msgspec.structs.replace(found, messages=messages), desk)
    except BadInput as problem:
        if not where:
            return problem
        inner = problem.where.removeprefix("$")
        return type(problem)(problem.problem, where=_joined(where, inner), remedy=problem.remedy)


def _joined(where: str, inner: str) -> str:
    return f"{where}{inner}" if where.startswith("$") else f"{where}, ${inner}" if inner else where


def _sourced(message: Message, raw: str, part: str) -> Message:
    if message.source is not None:
        return message
    return msgspec.structs.replace(message, source=Source(raw=raw, part=part))


def _parses(data: bytes) -> bool:
    try:
        parse(data)
    except BadInput:
        return False
    return True
