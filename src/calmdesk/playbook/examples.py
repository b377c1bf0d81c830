"""
The example notation: a small dialogue with marks becomes a conversation and the findings it must have.

    requester: I cannot log in.
    agent: Which error do you see?
    requester: [[Last time this happened]] nobody called back.

`!requester: …` expects a finding without words on that message. Facts stand in angle brackets behind the speaker:
`requester <start=3.0 end=6.5 loud=-20 cc=lead@desk.test at=10:30>: …`. A line without a speaker continues the one
above; `requester2` is another person in the same role.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import re2

from calmdesk.conversation import Conversation, Message, Participant, Role, Span
from calmdesk.playbook.kinds import Example

_LINE = re2.compile(r"^(!?)(requester|agent|supervisor|other|system|unknown)(\d*)(?: <([^>]*)>)?: ?(.*)$")
_DAY = datetime(2026, 1, 5, tzinfo=UTC)


class Marked(NamedTuple):
    """A dialogue without its marks, and the spans that were marked, in order."""

    conversation: Conversation
    spans: tuple[Span, ...]


class ExampleError(ValueError):
    """An example that cannot be read."""


def parse_example(example: Example, name: str = "example") -> Marked:
    """Read one example; message ids are m1, m2 and so on."""
    turns: list[tuple[str, str, str, str]] = []
    for line in example.dialogue.strip("\n").split("\n"):
        found = _LINE.match(line)
        if found:
            turns.append((found[1], found[2] + found[3], found[4] or "", found[5]))
        elif turns:
            flag, speaker, facts, text = turns[-1]
            turns[-1] = (flag, speaker, facts, f"{text}\n{line}")
        else:
            raise ExampleError(f"the first line names no speaker: {line!r}")
    messages: list[Message] = []
    spans: list[Span] = []
    for place, (flag, speaker, facts, marked) in enumerate(turns, 1):
        text, found_spans = unmark(marked.rstrip(), f"m{place}")
        spans += [Span(message=f"m{place}", start=0, end=0)] if flag else []
        spans += found_spans
        messages.append(Message(id=f"m{place}", sender=speaker, text=text, **_facts(facts)))
    speakers = dict.fromkeys(message.sender for message in messages)
    people = tuple(Participant(id=speaker, role=Role(speaker.rstrip("0123456789"))) for speaker in speakers)
    leaders = tuple(
        Participant(id=address, role=Role.OTHER, addresses=(address,), leadership=True)
        for address in example.leadership
    )
    conversation = Conversation(
        id=name, channel=example.channel, participants=people + leaders, messages=tuple(messages)
    )
    return Marked(conversation, tuple(spans))


def unmark(marked: str, message: str) -> tuple[str, list[Span]]:
    """A text without its `[[…]]`, and the spans in `message` that they marked."""
    text, spans = "", []
    rest = marked
    while "[[" in rest:
        before, _, rest = rest.partition("[[")
        words, closed, rest = rest.partition("]]")
        if not closed:
            raise ExampleError(f"a mark is not closed: {words!r}")
        text += before
        spans.append(Span(message=message, start=len(text), end=len(text) + len(words)))
        text += words
    return text + rest, spans


def _facts(written: str) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for item in written.split():
        key, _, value = item.partition("=")
        if key in ("start", "end"):
            facts[f"{key}_s"] = float(value)
        elif key == "loud":
            facts["loudness_db"] = tuple(map(float, value.split(",")))
        elif key in ("to", "cc"):
            facts[key] = tuple(value.split(","))
        elif key == "at":
            days, _, clock = value.rpartition("+")
            hour, minute = clock.split(":")
            facts["sent_at"] = _DAY + timedelta(days=int(days or 0), hours=int(hour), minutes=int(minute))
        elif key == "automatic":
            facts["automatic"] = True
        else:
            raise ExampleError(f"unknown fact {item!r}; known are start, end, loud, to, cc, at, automatic")
    return facts
