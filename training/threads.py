"""A read message and what came before it, as the conversation that the installed product would be given."""

from __future__ import annotations

from collections.abc import Sequence

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role
from training.labels import Example, Said

_ROLE = {"requester": Role.REQUESTER, "helper": Role.AGENT, "other": Role.OTHER}


def conversation_of(example: Example) -> Conversation:
    """The message stands last."""
    return _conversation(example.key, [*example.before, Said(example.role, example.text)])


def whole_thread(thread: Sequence[Example]) -> Conversation:
    """All messages, in order."""
    return _conversation(thread[0].group, [Said(example.role, example.text) for example in thread])


def _conversation(name: str, said: Sequence[Said]) -> Conversation:
    """People of one role are one person, for the sources do not say who is who."""
    roles = [one.role for one in said]
    people = tuple(Participant(id=role, role=_ROLE.get(role, Role.UNKNOWN)) for role in dict.fromkeys(roles))
    messages = tuple(Message(id=str(place), sender=one.role, text=one.text) for place, one in enumerate(said))
    return Conversation(id=name, channel=Channel.PORTAL, participants=people, messages=messages)
