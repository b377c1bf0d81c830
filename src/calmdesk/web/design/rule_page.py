"""The page of a rule of any kind, made from the rule's own file."""

from __future__ import annotations

from typing import Any

import msgspec

from calmdesk.playbook import Boundary, Document, Kind, Move, NextMove, Phrasing, Playbook, Rule, Sign, TriggerRule
from calmdesk.playbook.families import TITLES
from calmdesk.web.design import words
from calmdesk.web.design.desk_looks import desk_looks_for
from calmdesk.web.design.looks_for import LooksFor, looks_for
from calmdesk.web.design.pairs import PairGroup, pair_groups, tone_of_severity
from calmdesk.web.design.ready_words import ReadyGroup, ready_groups
from calmdesk.web.design.rule_examples import ExampleGroup, example_groups
from calmdesk.web.design.tone import Tone, tone_of_stance


class RulePage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the page of a rule shows; what its kind does not have is empty. `tags` are facts in a word or two."""

    id: str
    title: str
    kind: Kind
    tone: Tone
    tags: tuple[str, ...]
    since: str
    practice: tuple[str, ...]
    why: str
    source_title: str
    source_where: str
    source_section: str
    conduct_word: str = ""
    definition: str = ""
    innocent: tuple[str, ...] = ()
    helps: str = ""
    avoid: tuple[str, ...] = ()
    ready: tuple[ReadyGroup, ...] = ()
    pairs: tuple[PairGroup, ...] = ()
    groups: tuple[ExampleGroup, ...] = ()
    looks_for: LooksFor | None = None

    @property
    def to_fill(self) -> bool:
        """Whether some ready words hold a fact that is still to be filled in."""
        return any(line.to_fill for group in self.ready for line in group.lines)


def rule_page(rule: Rule, playbook: Playbook) -> RulePage:
    """The page of one rule."""
    document: Document | None = playbook.documents.get(rule.source.document)
    return RulePage(
        id=rule.id,
        title=rule.title,
        since=rule.since,
        practice=rule.practice,
        source_title=document.title if document else rule.source.document,
        source_where=document.where if document else "",
        source_section=rule.source.section,
        **_own(rule),
    )


def _own(rule: Rule) -> dict[str, Any]:
    """What only this kind of rule has."""
    match rule:
        case Sign():
            return _of_sign(rule)
        case TriggerRule():
            return _of_trigger(rule)
        case Phrasing():
            return _of_phrasing(rule)
        case Move():
            return _of_move(rule)
        case NextMove():
            return _of_next_move(rule)
        case Boundary():
            return _of_boundary(rule)


def _of_sign(sign: Sign) -> dict[str, Any]:
    tone = tone_of_stance(sign.stance)
    return {
        "kind": "signs",
        "tone": tone,
        "tags": (words.STAGE[sign.stage], words.RULE_STATUS[sign.status], *_only(sign.channels)),
        "conduct_word": words.CONDUCT[sign.conduct],
        "definition": sign.definition.strip(),
        "why": sign.why_it_matters.strip(),
        "innocent": tuple(words.sentence(text) for text in sign.often_innocent_when),
        "helps": sign.what_helps.strip(),
        "looks_for": looks_for(sign),
        "groups": tuple(example_groups(sign, tone)),
    }


def _of_trigger(trigger: TriggerRule) -> dict[str, Any]:
    return {
        "kind": "triggers",
        "tone": Tone.NOTE,
        "tags": ("Trigger",),
        "definition": trigger.definition.strip(),
        "why": trigger.why_it_matters.strip(),
        "innocent": tuple(words.sentence(text) for text in trigger.often_innocent_when),
        "looks_for": looks_for(trigger),
        "groups": tuple(example_groups(trigger, Tone.NOTE)),
    }


def _of_phrasing(phrasing: Phrasing) -> dict[str, Any]:
    tags = (TITLES[phrasing.family], words.SEVERITY[phrasing.severity], words.RULE_STATUS[phrasing.status])
    return {
        "kind": "phrasing",
        "tone": tone_of_severity(phrasing.severity),
        "tags": ("Phrasing", *tags, *_only(phrasing.channels)),
        "why": phrasing.why.strip(),
        "innocent": tuple(words.sentence(text) for text in phrasing.often_fine_when),
        "looks_for": desk_looks_for(phrasing),
        "pairs": tuple(pair_groups(phrasing)),
    }


def _of_move(move: Move) -> dict[str, Any]:
    return {
        "kind": "moves",
        "tone": Tone.NOTE,
        "tags": ("Move", words.RULE_STATUS[move.status]),
        "definition": move.definition.strip(),
        "why": move.why_it_matters.strip(),
        "looks_for": desk_looks_for(move),
        "groups": tuple(example_groups(move, Tone.NOTE)),
    }


def _of_next_move(move: NextMove) -> dict[str, Any]:
    return {
        "kind": "next_moves",
        "tone": Tone.NOTE,
        "tags": ("Next move",),
        "why": move.why.strip(),
        "ready": ready_groups(move.say),
        "avoid": move.avoid,
    }


def _of_boundary(boundary: Boundary) -> dict[str, Any]:
    return {
        "kind": "boundaries",
        "tone": Tone.NOTE,
        "tags": ("Boundary", f"Rung {boundary.rung} of 5"),
        "definition": boundary.definition.strip(),
        "why": boundary.why_it_matters.strip(),
        "ready": ready_groups(boundary.say),
        "looks_for": desk_looks_for(boundary),
        "groups": tuple(example_groups(boundary, Tone.NOTE)),
    }


def _only(channels: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(f"{words.CHANNEL[channel]} only" for channel in channels)
