"""The page of a sign or a trigger: what it is, why, when it is innocent, what helps, its examples."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook import Sign, TriggerRule
from calmdesk.proof.pages.parts import channels_named, dialogues, named_list, source_line


def sign_lines(rule: Sign | TriggerRule) -> Iterator[str]:
    """Line by line, as Markdown."""
    yield f"# {rule.title}\n"
    yield f"`{rule.id}` · {_facts(rule)}\n"
    yield f"{rule.definition.strip()}\n"
    yield f"**Why it matters.** {rule.why_it_matters.strip()}\n"
    yield from named_list("Often innocent when", rule.often_innocent_when)
    if isinstance(rule, Sign):
        yield f"**What helps.** {rule.what_helps.strip()}\n"
    yield source_line(rule.source)
    yield from dialogues("Must be noticed", rule.match)
    yield from dialogues("Must not be noticed", rule.no_match)
    yield from dialogues("Known misses", rule.known_miss)
    yield from dialogues("Known false alarms", rule.known_false_alarm)


def _facts(rule: Sign | TriggerRule) -> str:
    practice = ", ".join(rule.practice)
    if isinstance(rule, TriggerRule):
        return f"trigger · practice {practice}"
    says = f"stage {rule.stage.value} · stance {rule.stance.value}"
    return f"{says} · {channels_named(rule.channels)} · practice {practice} · {rule.status.value}"
