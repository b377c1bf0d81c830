"""What several pages share: lists, dialogues, ready words, the line about the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from calmdesk.conversation import Channel
from calmdesk.playbook import Example, Say, Source


def channels_named(channels: Iterable[Channel]) -> str:
    """The channels of a rule, which is looked for on every one where it names none."""
    return ", ".join(channel.value.replace("_", " ") for channel in channels) or "every channel"


def source_line(source: Source) -> str:
    return f"**Source.** {source.document}, section “{source.section}”.\n"


def named_list(name: str, texts: Iterable[str]) -> Iterator[str]:
    """A short list under a name in bold; nothing where there is nothing to list."""
    lines = [f"- {text.strip()}" for text in texts]
    if lines:
        yield f"**{name}**\n"
        yield from lines
        yield ""


def ready_words(said: Iterable[Say]) -> Iterator[str]:
    """Words to use as they are, by the channels they fit; what they are for stands behind them."""
    by_channels: dict[tuple[Channel, ...], list[Say]] = {}
    for say in said:
        by_channels.setdefault(say.channels, []).append(say)
    if by_channels:
        yield "## Ready words\n"
    for channels, here in by_channels.items():
        yield from named_list(channels_named(channels).capitalize(), map(_said, here))


def dialogues(heading: str, examples: tuple[Example, ...]) -> Iterator[str]:
    """Small dialogues with their marks, each after the reason why it is here."""
    if not examples:
        return
    yield f"## {heading}\n"
    for example in examples:
        if example.because:
            yield f"{example.because.strip()}\n"
        yield "```text"
        yield example.dialogue.strip("\n")
        yield "```\n"


def _said(say: Say) -> str:
    return f"{say.text} *({', '.join(say.situations)})*" if say.situations else say.text
