"""The documentation page of a rule, written from its own file: terminal, web and docs show the same words."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook import Example, Sign, TriggerRule


def page_of(rule: Sign | TriggerRule) -> str:
    """One rule as Markdown."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def _lines(rule: Sign | TriggerRule) -> Iterator[str]:
    yield f"# {rule.title}\n"
    yield f"`{rule.id}` · {_facts(rule)}\n"
    yield f"{rule.definition.strip()}\n"
    yield f"**Why it matters.** {rule.why_it_matters.strip()}\n"
    yield "**Often innocent when**\n"
    yield from (f"- {text.strip()}" for text in rule.often_innocent_when)
    yield ""
    if isinstance(rule, Sign):
        yield f"**What helps.** {rule.what_helps.strip()}\n"
    yield f"**Source.** {rule.source.document}, section “{rule.source.section}”.\n"
    yield from _examples("Must be noticed", rule.match)
    yield from _examples("Must not be noticed", rule.no_match)
    yield from _examples("Known misses", rule.known_miss)
    yield from _examples("Known false alarms", rule.known_false_alarm)


def _facts(rule: Sign | TriggerRule) -> str:
    practice = ", ".join(rule.practice)
    if isinstance(rule, TriggerRule):
        return f"trigger · practice {practice}"
    channels = ", ".join(channel.value for channel in rule.channels) or "every channel"
    says = f"stage {rule.stage.value} · stance {rule.stance.value}"
    return f"{says} · {channels} · practice {practice} · {rule.status.value}"


def _examples(heading: str, examples: tuple[Example, ...]) -> Iterator[str]:
    if not examples:
        return
    yield f"## {heading}\n"
    for example in examples:
        if example.because:
            yield f"{example.because.strip()}\n"
        yield "```text"
        yield example.dialogue.strip("\n")
        yield "```\n"
