"""The one value every part of calmdesk shares."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

import msgspec

from calmdesk.conversation.message import Channel, Instant, Message
from calmdesk.conversation.participant import Participant, Role
from calmdesk.conversation.span import Span
from calmdesk.errors import BadInput


class Status(StrEnum):
    OPEN = "open"
    WAITING = "waiting"
    SOLVED = "solved"
    CLOSED = "closed"


class Consent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """On what basis a recording or transcript may be read."""

    basis: str
    x: dict[str, Any] = {}


class Conversation(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, dict=True
):
    """Messages in order, the people who wrote them, and what the desk knows about the ticket."""

    # A factory, because a plain default would be left out of the output, and every output carries the version.
    calmdesk: Literal[1] = msgspec.field(default_factory=lambda: 1)
    id: str
    channel: Channel
    participants: tuple[Participant, ...]
    messages: tuple[Message, ...]
    subject: str | None = None
    language: str | None = None
    opened_at: Instant | None = None
    closed_at: Instant | None = None
    status: Status | None = None
    timezone: str | None = None
    assignee: str | None = None
    team: str | None = None
    consent: Consent | None = None
    facts: dict[str, Any] = {}
    x: dict[str, Any] = {}

    def __post_init__(self) -> None:
        people = {participant.id: participant for participant in self.participants}
        places = {message.id: index for index, message in enumerate(self.messages)}
        _check_links(self, people, places)
        # Lookups are asked for once per message and detector; the two tables are derived, never part of the value.
        self.__dict__["_people"] = people
        self.__dict__["_places"] = places

    def participant(self, participant_id: str) -> Participant:
        """The participant with this id."""
        person: Participant = self.__dict__["_people"][participant_id]
        return person

    def role_of(self, message: Message) -> Role:
        """The role of whoever sent this message."""
        return self.participant(message.sender).role

    def channel_of(self, message: Message) -> Channel:
        """The message's own channel, or else the conversation's."""
        return message.channel or self.channel

    def index(self, message_id: str) -> int:
        """The place of a message in the order of the conversation."""
        place: int = self.__dict__["_places"][message_id]
        return place

    def message(self, message_id: str) -> Message:
        """The message with this id."""
        return self.messages[self.index(message_id)]

    def until(self, message_id: str) -> Conversation:
        """The conversation as it stood when this message had just arrived: the only way to look at "now"."""
        return msgspec.structs.replace(self, messages=self.messages[: self.index(message_id) + 1])

    def quote(self, span: Span) -> str:
        """The words a span points at."""
        return self.message(span.message).text[span.start : span.end]

    def __repr__(self) -> str:
        """Say which conversation, never what was said in it."""
        return f"Conversation(id={self.id!r}, channel={self.channel.value!r}, {len(self.messages)} messages)"


def _check_links(conversation: Conversation, people: dict[str, Participant], places: dict[str, int]) -> None:
    if len(people) != len(conversation.participants):
        raise BadInput("two participants have the same id", where="$.participants", remedy="Give each its own id.")
    if len(places) != len(conversation.messages):
        raise BadInput("two messages have the same id", where="$.messages", remedy="Give each its own id.")
    for index, message in enumerate(conversation.messages):
        if message.sender not in people:
            raise BadInput(
                f"sender {message.sender[:80]!r} is not among the participants",
                where=f"$.messages[{index}].sender",
                remedy="Add that participant, or correct the sender.",
            )
