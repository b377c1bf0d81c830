"""Microsoft Teams messages as Microsoft Graph lists them (JSON)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role
from calmdesk.errors import BadInput
from calmdesk.readers.chats import by_pause, instant
from calmdesk.readers.cues import told
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.html_text import html_text
from calmdesk.readers.json_source import JsonSource
from calmdesk.readers.roles import assign_roles
from calmdesk.readers.times import Calendar, stamp
from calmdesk.readers.values import dicts_in, mapping_in, number, text_in

_SYSTEM = "teams"


class Teams:
    """The answer of `/chats/{id}/messages` or of a channel's `/messages` (with replies)."""

    name = "teams"
    title = "Microsoft Teams messages (Graph JSON)"

    def recognises(self, original: Original) -> bool:
        value = original.json
        items = list(dicts_in({"value": value} if isinstance(value, list) else value, "value"))
        return bool(items) and any("messageType" in item and "createdDateTime" in item for _, item in items[:5])

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """A channel thread is one conversation; a chat is one until nobody writes for eight hours.

        Graph lists the newest first; the order here is by time.
        """
        people: dict[str, Participant] = {}
        rooms: dict[str, list[Message]] = {}
        problems: list[BadInput] = []
        value = original.json
        source = JsonSource(original)
        for place, item in dicts_in({"value": value} if isinstance(value, list) else value, "value"):
            where = f"$.value[{place}]"
            message = _message(item, people, source, where)
            if message is None:
                problems.append(BadInput("a message without a time", where=where, remedy="It is left out."))
                continue
            thread = text_in(item, "replyToId") or message.id
            room = text_in(item, "chatId") or f"{text_in(mapping_in(item, 'channelIdentity'), 'channelId')}:{thread}"
            rooms.setdefault(room, []).append(message)
        for room, messages in rooms.items():
            ordered = sorted(_unique(messages), key=lambda message: str(message.sent_at))
            for group in by_pause(ordered):
                if any(message.text for message in group):
                    yield _conversation(room, group, people, desk)
        yield from told(problems)


def _conversation(room: str, messages: list[Message], people: dict[str, Participant], desk: Desk) -> Conversation:
    subject = next((message.x["subject"] for message in messages if message.x.get("subject")), None)
    return assign_roles(
        Conversation(
            id=f"{room}:{messages[0].id}",
            channel=Channel.CHAT,
            subject=subject,
            opened_at=messages[0].sent_at,
            participants=tuple(people[sender] for sender in dict.fromkeys(message.sender for message in messages)),
            messages=tuple(messages),
        ),
        desk,
    )


def _message(item: Mapping[str, Any], people: dict[str, Participant], source: JsonSource, where: str) -> Message | None:
    """One message. `from` is null for what Teams itself says; pictures have no words; deleted ones are marked.

    Where the date is malformed ("2021-03-1706:47:05.123Z"), the id tells the time: it is the milliseconds since 1970.
    """
    identity = text_in(item, "id")
    written = stamp(text_in(item, "createdDateTime"))
    sent_at = Calendar([], "UTC").instant(written) if written else None
    milliseconds = number(identity)
    if sent_at is None and milliseconds is not None and milliseconds > 1e11:
        sent_at = instant(milliseconds / 1000)
    if sent_at is None or not identity:
        return None
    person = _person(item)
    people.setdefault(person.id, person)
    content = text_in(mapping_in(item, "body"), "content")
    is_html = text_in(mapping_in(item, "body"), "contentType").lower() == "html"
    deleted = bool(text_in(item, "deletedDateTime"))
    text = "" if deleted else html_text(content).text if is_html else content
    found = source.of(content, f"{where}.body.content")
    if is_html and found.start is not None:
        found = msgspec.structs.replace(found, x={"whole_part": "the text was HTML"})
    x: dict[str, Any] = {
        "subject": text_in(item, "subject"),
        "deleted": deleted,
        "edited": text_in(item, "lastEditedDateTime"),
    }
    return Message(
        id=identity,
        sender=person.id,
        text=text,
        sent_at=sent_at,
        automatic=deleted or person.role is Role.SYSTEM,
        source=found,
        x={key: value for key, value in x.items() if value},
    )


def _person(item: Mapping[str, Any]) -> Participant:
    user = mapping_in(item, "from", "user")
    identity = text_in(user, "id") or text_in(user, "displayName")
    if identity:
        name = text_in(user, "displayName") or None
        return Participant(id=identity, role=Role.UNKNOWN, name=name, person=f"teams:{identity}")
    app = mapping_in(item, "from", "application")
    name = text_in(app, "displayName", "id")
    if name:
        return Participant(id=f"app:{name}", role=Role.SYSTEM, role_evidence="an app, not a person", name=name)
    return Participant(id=_SYSTEM, role=Role.SYSTEM, role_evidence="Teams itself: the message has no sender")


def _unique(messages: list[Message]) -> list[Message]:
    return list({message.id: message for message in messages}.values())
