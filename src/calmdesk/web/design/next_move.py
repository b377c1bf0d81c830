"""The card of the next move, as the desk shows it."""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from calmdesk.conversation import DESK_SIDE, Conversation, Message, Role
from calmdesk.reading import Reading

_QUOTE = 90


class Why(msgspec.Struct, frozen=True):
    """Words that call for the move, and the number of the message they stand in."""

    place: int
    quote: str


class NextMoveView(msgspec.Struct, frozen=True):
    """One move: never more than one is shown."""

    move: str
    title: str
    why: str
    practice: str
    shown: tuple[Why, ...]
    say: tuple[str, ...]
    avoid: tuple[str, ...]


def next_move_view(conversation: Conversation, reading: Reading) -> NextMoveView | None:
    """The card, or None where nothing has to change or nothing could be judged."""
    guidance = reading.guidance
    if guidance is UNSET or guidance is None:
        return None
    places = {message.id: place for place, message in enumerate(conversation.messages, 1)}
    return NextMoveView(
        move=guidance.move,
        title=guidance.title,
        why=guidance.why,
        practice=guidance.practice,
        shown=tuple(
            Why(places[one.message], _short(one.quote)) for one in guidance.shown if one.message in places and one.quote
        ),
        say=guidance.say,
        avoid=guidance.avoid,
    )


def desk_answered(conversation: Conversation) -> bool:
    """Whether the desk wrote last: then the next move comes with the next message."""
    last = last_spoken(conversation)
    return last is not None and side_of_desk(conversation, last)


def last_spoken(conversation: Conversation) -> Message | None:
    """The latest message that a person wrote or said to the others."""
    for message in reversed(conversation.messages):
        if not (message.internal or message.automatic or conversation.role_of(message) is Role.SYSTEM):
            return message
    return None


def side_of_desk(conversation: Conversation, message: Message) -> bool:
    """Whether somebody of the desk wrote it."""
    return conversation.role_of(message) in DESK_SIDE


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= _QUOTE else f"{plain[: _QUOTE - 1].rstrip()}…"
