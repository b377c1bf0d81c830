"""The examples of a rule: small dialogues with the words that must be found."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from calmdesk.playbook import Boundary, Example, Move, Sign, TriggerRule
from calmdesk.playbook.examples import parse_example
from calmdesk.web.design import words
from calmdesk.web.design.people import side_of
from calmdesk.web.design.segments import Mark, Run, runs_of
from calmdesk.web.design.tone import Tone


class ExampleLine(msgspec.Struct, frozen=True):
    """One message of an example. `flagged`: a finding without words is expected here."""

    speaker: str
    side: str
    runs: tuple[Run, ...]
    flagged: bool


class ExampleView(msgspec.Struct, frozen=True):
    """A small dialogue, and why it is here."""

    because: str
    channel: str
    lines: tuple[ExampleLine, ...]


class ExampleGroup(msgspec.Struct, frozen=True):
    """Examples of one kind under a heading that says what they prove."""

    name: str
    title: str
    note: str
    examples: tuple[ExampleView, ...]


def example_groups(rule: Sign | TriggerRule | Move | Boundary, tone: Tone) -> Iterable[ExampleGroup]:
    """The groups that hold something, from what must be found to what is found and should not be."""
    for name, title, note, examples in (
        ("match", "Noticed", "The marked words must be found, to the letter.", rule.match),
        ("no_match", "Near misses", "Close, and must stay quiet. Each says why.", rule.no_match),
        ("known_miss", "Known misses", "Should be noticed and is not yet.", rule.known_miss),
        ("known_false_alarm", "Known false alarms", "Is noticed and should not be.", rule.known_false_alarm),
    ):
        if examples:
            yield ExampleGroup(name, title, note, tuple(example_view(example, tone) for example in examples))


def example_view(example: Example, tone: Tone) -> ExampleView:
    """One dialogue, message by message, with its marks."""
    marked = parse_example(example)
    lines = []
    for message in marked.conversation.messages:
        spans = [span for span in marked.spans if span.message == message.id]
        marks = [Mark(span.start, span.end, "found", tone) for span in spans]
        lines.append(
            ExampleLine(
                message.sender,
                side_of(marked.conversation.role_of(message)),
                runs_of(message.text, marks),
                any(span.start == span.end for span in spans),
            )
        )
    return ExampleView(words.sentence(example.because), words.CHANNEL[example.channel], tuple(lines))
