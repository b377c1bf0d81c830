"""What the tests of moves share: the words found in the last message of a small dialogue."""

from __future__ import annotations

from calmdesk.conversation import Conversation
from calmdesk.moves import asked_in, move_engine_for
from calmdesk.signals import engine_for
from calmdesk.signals.moment import Moment, moments_of
from tests.talk import builtin, said_by, talk


def last(conversation: Conversation) -> Moment:
    *_, moment = moments_of(conversation, engine_for(builtin()).vocabulary)
    return moment


def asked(text: str) -> list[str]:
    """The words of each thing that an agent's message asks for."""
    moment = last(said_by("agent", text))
    return [text[start:end] for start, end in asked_in(moment)]


def made(move: str, dialogue: str) -> list[str]:
    """The words of one move in the last message."""
    moment = last(talk(dialogue))
    return [moment.text[seen.start : seen.end] for seen in move_engine_for(builtin()).find(moment) if seen.move == move]
