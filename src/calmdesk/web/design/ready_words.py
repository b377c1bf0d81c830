"""Ready words as a page shows them: by the channels they fit, with the facts that are still to be filled in."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from calmdesk.conversation import Channel
from calmdesk.playbook import Say
from calmdesk.web.design import words


class ReadyLine(msgspec.Struct, frozen=True):
    """Words to use as they are. A fact to fill in stands in square brackets, so that nobody sends it by mistake."""

    text: str
    situations: str
    to_fill: bool


class ReadyGroup(msgspec.Struct, frozen=True):
    """Words that fit the same channels."""

    channels: str
    lines: tuple[ReadyLine, ...]


def ready_groups(said: Iterable[Say]) -> tuple[ReadyGroup, ...]:
    """In the order of the file."""
    by_channels: dict[tuple[Channel, ...], list[ReadyLine]] = {}
    for say in said:
        by_channels.setdefault(say.channels, []).append(_line(say))
    return tuple(ReadyGroup(_named(channels), tuple(lines)) for channels, lines in by_channels.items())


def _line(say: Say) -> ReadyLine:
    text = say.text.strip().replace("{", "[").replace("}", "]")
    named = ", ".join(words.trigger_word(one) for one in say.situations)
    return ReadyLine(text, named, text != say.text.strip())


def _named(channels: tuple[Channel, ...]) -> str:
    return ", ".join(words.CHANNEL[channel] for channel in channels) or "Everywhere"
