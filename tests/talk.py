"""Small conversations for tests, in the notation of the playbook's examples."""

from __future__ import annotations

from functools import cache

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role
from calmdesk.playbook import Example, Playbook, load_playbook
from calmdesk.playbook.examples import parse_example


def talk(dialogue: str, channel: Channel = Channel.CHAT, leadership: tuple[str, ...] = ()) -> Conversation:
    """A conversation from lines such as `requester: text`; message ids are m1, m2, …"""
    return parse_example(Example(dialogue=dialogue, channel=channel, leadership=leadership)).conversation


@cache
def builtin() -> Playbook:
    """The playbook that comes along, loaded once for all tests."""
    return load_playbook()


def said_by(role: str, text: str) -> Conversation:
    """A conversation of one message, whose text is taken as it is."""
    people = (Participant(id="someone", role=Role(role)),)
    message = Message(id="m1", sender="someone", text=text)
    return Conversation(id="c1", channel=Channel.CHAT, participants=people, messages=(message,))
