"""All rules of the playbook, kind by kind, as the browser of the playbook shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from calmdesk.conversation import Stage
from calmdesk.playbook import Family, Kind, Move, NextMove, Phrasing, Playbook, Rule, Sign, Status, TriggerRule
from calmdesk.playbook.examples import unmark
from calmdesk.playbook.families import EFFECTS, TITLES
from calmdesk.web.design import words
from calmdesk.web.design.pairs import tone_of_severity
from calmdesk.web.design.tone import Tone, tone_of_stance


class RuleLine(msgspec.Struct, frozen=True, kw_only=True):
    """
    A rule in the list.

    `before` and `after` are a draft and what it says instead; where there are none, `says` tells what the rule is.
    `also` are words that a search finds it by although they are not shown.
    """

    id: str
    title: str
    tone: Tone | None
    says: str
    before: str = ""
    after: str = ""
    facts: tuple[str, ...]
    also: str
    silenced: bool
    unhelpful: int


class RuleGroup(msgspec.Struct, frozen=True):
    """Rules that belong together: a stage of signs, a family of phrasings."""

    name: str
    title: str
    note: str
    rules: tuple[RuleLine, ...]


class RuleSection(msgspec.Struct, frozen=True):
    """Every rule of one kind; `name` is what stands in the address."""

    name: Kind
    title: str
    note: str
    groups: tuple[RuleGroup, ...]

    @property
    def count(self) -> int:
        return sum(len(group.rules) for group in self.groups)


_SECTIONS: tuple[tuple[Kind, str, str], ...] = (
    ("signs", "Signs", "What is noticed in the requester's words and timing."),
    ("triggers", "Triggers", "What set it off: an event, and its effect on the person."),
    ("phrasing", "Phrasing", "Ways of writing that heat a conversation, and what to write instead."),
    ("moves", "Moves", "What the desk's words do, sent or drafted."),
    ("next_moves", "Next moves", "The one thing to do now, with ready words for each channel."),
    ("boundaries", "Boundaries", "Sentences that set a limit, from the first rung to the last."),
)
_STAGES = (
    (Stage.EARLY, "Early signs", "Small, often innocent, and worth a softer next sentence."),
    (Stage.RISING, "Rising", "Heat that grows if nothing changes."),
    (Stage.CONDUCT, "Conduct", "What a supervisor would want to know of. A person decides."),
)


def rule_list(
    playbook: Playbook, silenced: Collection[str] = (), unhelpful: Mapping[str, int] | None = None
) -> tuple[RuleSection, ...]:
    """Every kind that has rules. `unhelpful`: how often each rule was called not helpful on this desk."""
    counts = unhelpful or {}

    def line(rule: Rule) -> RuleLine:
        return _line(rule, silenced=rule.id in silenced, unhelpful=counts.get(rule.id, 0))

    sections = []
    for name, title, note in _SECTIONS:
        found = [RuleGroup(*head, tuple(map(line, rules))) for head, rules in _groups(playbook, name)]
        sections.append(RuleSection(name, title, note, tuple(group for group in found if group.rules)))
    return tuple(section for section in sections if section.groups)


def _groups(playbook: Playbook, kind: Kind) -> Iterator[tuple[tuple[str, str, str], Iterable[Rule]]]:
    match kind:
        case "signs":
            signs = sorted(playbook.signs.values(), key=lambda sign: sign.title)
            for stage, title, note in _STAGES:
                yield (stage.value, title, note), [sign for sign in signs if sign.stage is stage]
        case "phrasing":
            ways = sorted(playbook.phrasing.values(), key=lambda way: (-way.severity.rank, way.title))
            for family in Family:
                head = family.value, TITLES[family], EFFECTS[family]
                yield head, [way for way in ways if way.family is family]
        case "boundaries":
            yield (kind, "", ""), playbook.boundaries.values()
        case _:
            yield (kind, "", ""), sorted(playbook.of_kind(kind).values(), key=lambda rule: rule.title)


def _line(rule: Rule, *, silenced: bool, unhelpful: int) -> RuleLine:
    before, after, found = _sample(rule) if isinstance(rule, Phrasing) else ("", "", "")
    says = rule.why if isinstance(rule, (Phrasing, NextMove)) else rule.definition
    return RuleLine(
        id=rule.id,
        title=rule.title,
        tone=_tone(rule),
        says=" ".join(says.split()),
        before=before,
        after=after,
        facts=tuple(_facts(rule)),
        also=" ".join((rule.id, rule.id.replace("_", " "), found)).strip(),
        silenced=silenced,
        unhelpful=unhelpful,
    )


def _sample(phrasing: Phrasing) -> tuple[str, str, str]:
    """The shortest draft with what it says instead, and all words that are found, to search by."""
    drafts = [(unmark(pair.before.strip("\n"), "draft"), pair.after.strip("\n")) for pair in phrasing.match]
    found = " ".join(text[span.start : span.end] for (text, spans), _ in drafts for span in spans)
    offered = sorted(((text, after) for (text, _), after in drafts if after), key=lambda pair: len("".join(pair)))
    before, after = offered[0] if offered else ("", "")
    return before, after, found


def _tone(rule: Rule) -> Tone | None:
    match rule:
        case Sign():
            return tone_of_stance(rule.stance)
        case TriggerRule():
            return Tone.NOTE
        case Phrasing():
            return tone_of_severity(rule.severity)
        case _:
            return None


def _facts(rule: Rule) -> Iterator[str]:
    yield ", ".join(rule.practice)
    if isinstance(rule, Phrasing):
        yield rule.severity.value
    elif isinstance(rule, (Sign, Move)) and rule.status is Status.TRIAL:
        yield words.RULE_STATUS[rule.status]
