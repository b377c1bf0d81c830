"""The page of a rule and the list of all of them, made from the rule's own file."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from calmdesk.conversation import Stage
from calmdesk.playbook import Document, Example, Playbook, Sign, TriggerRule
from calmdesk.playbook.examples import parse_example
from calmdesk.web.design import words
from calmdesk.web.design.looks_for import LooksFor, looks_for
from calmdesk.web.design.people import side_of
from calmdesk.web.design.segments import Mark, Run, runs_of
from calmdesk.web.design.tone import Tone, tone_of_stance


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


class RulePage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the page of a rule shows. A trigger has no stage and nothing that helps."""

    id: str
    title: str
    kind: str
    tone: Tone
    stage_word: str
    stance_word: str
    conduct_word: str
    status: str
    since: str
    channels: tuple[str, ...]
    practice: tuple[str, ...]
    definition: str
    why: str
    innocent: tuple[str, ...]
    helps: str
    source_title: str
    source_where: str
    source_section: str
    looks_for: LooksFor
    groups: tuple[ExampleGroup, ...]


class RuleLine(msgspec.Struct, frozen=True):
    """A rule in the list."""

    id: str
    title: str
    tone: Tone
    definition: str
    practice: str
    status: str
    silenced: bool


class RuleGroup(msgspec.Struct, frozen=True):
    """Rules of one stage."""

    name: str
    title: str
    note: str
    rules: tuple[RuleLine, ...]


_STAGES = (
    (Stage.EARLY, "Early signs", "Small, often innocent, and worth a softer next sentence."),
    (Stage.RISING, "Rising", "Heat that grows if nothing changes."),
    (Stage.CONDUCT, "Conduct", "What a supervisor would want to know of. A person decides."),
)
_STANCE_WORDS = {
    Tone.NOTE: "says nothing of the stance",
    Tone.ISSUE: "upset about the issue",
    Tone.PERSON: "hostile to a person",
}


def rule_list(playbook: Playbook, silenced: Iterable[str] = ()) -> tuple[RuleGroup, ...]:
    """All rules by stage, the triggers last."""
    off = frozenset(silenced)
    signs = sorted(playbook.signs.values(), key=lambda sign: sign.title)
    groups = [
        RuleGroup(stage.value, title, note, tuple(_line(sign, off) for sign in signs if sign.stage is stage))
        for stage, title, note in _STAGES
    ]
    triggers = sorted(playbook.triggers.values(), key=lambda trigger: trigger.title)
    groups.append(
        RuleGroup(
            "trigger", "What sets it off", "The event behind a conflict.", tuple(_line(one, off) for one in triggers)
        )
    )
    return tuple(group for group in groups if group.rules)


def rule_page(rule: Sign | TriggerRule, playbook: Playbook) -> RulePage:
    """The page of one rule."""
    sign = rule if isinstance(rule, Sign) else None
    tone = tone_of_stance(sign.stance) if sign else Tone.NOTE
    document: Document | None = playbook.documents.get(rule.source.document)
    return RulePage(
        id=rule.id,
        title=rule.title,
        kind="sign" if sign else "trigger",
        tone=tone,
        stage_word=words.STAGE[sign.stage] if sign else "Trigger",
        stance_word=_STANCE_WORDS[tone] if sign else "",
        conduct_word=words.CONDUCT[sign.conduct] if sign else "",
        status=sign.status.value if sign else "",
        since=rule.since,
        channels=tuple(words.CHANNEL[channel] for channel in sign.channels) if sign else (),
        practice=rule.practice,
        definition=rule.definition.strip(),
        why=rule.why_it_matters.strip(),
        innocent=tuple(words.sentence(text) for text in rule.often_innocent_when),
        helps=sign.what_helps.strip() if sign else "",
        source_title=document.title if document else rule.source.document,
        source_where=document.where if document else "",
        source_section=rule.source.section,
        looks_for=looks_for(rule),
        groups=tuple(_groups(rule, tone)),
    )


def _line(rule: Sign | TriggerRule, off: frozenset[str]) -> RuleLine:
    return RuleLine(
        rule.id,
        rule.title,
        tone_of_stance(rule.stance) if isinstance(rule, Sign) else Tone.NOTE,
        " ".join(rule.definition.split()),
        ", ".join(rule.practice),
        rule.status.value if isinstance(rule, Sign) else "",
        rule.id in off,
    )


def _groups(rule: Sign | TriggerRule, tone: Tone) -> Iterable[ExampleGroup]:
    for name, title, note, examples in (
        ("match", "Noticed", "The marked words must be found, to the letter.", rule.match),
        ("no_match", "Near misses", "Close, and must stay quiet. Each says why.", rule.no_match),
        ("known_miss", "Known misses", "Should be noticed and is not yet.", rule.known_miss),
        ("known_false_alarm", "Known false alarms", "Is noticed and should not be.", rule.known_false_alarm),
    ):
        if examples:
            yield ExampleGroup(name, title, note, tuple(_example(example, tone) for example in examples))


def _example(example: Example, tone: Tone) -> ExampleView:
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
