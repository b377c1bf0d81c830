"""Small conversations for tests, in the notation of the playbook's examples."""

from __future__ import annotations

from functools import cache

from calmdesk.conversation import Channel, Conversation
from calmdesk.playbook import Example, Playbook, load_playbook
from calmdesk.playbook.examples import parse_example


def talk(dialogue: str, channel: Channel = Channel.CHAT, leadership: tuple[str, ...] = ()) -> Conversation:
    """A conversation from lines such as `requester: text`; message ids are m1, m2, …"""
    return parse_example(Example(dialogue=dialogue, channel=channel, leadership=leadership)).conversation


@cache
def builtin() -> Playbook:
    """The playbook that comes along, loaded once for all tests."""
    return load_playbook()
