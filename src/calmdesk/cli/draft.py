"""A checked draft for people: the draft with its findings in place, calmer words, and what it lacks."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from calmdesk.cli.printing import without_trailing_spaces
from calmdesk.drafts import DraftCheck, DraftFinding
from calmdesk.playbook import Severity

_STYLE = {Severity.HINT: "underline", Severity.WARN: "underline bold yellow"}
# What a draft lacks, in words that follow "It could also".
_LACKS = {
    "acknowledges": "name what this costs the person",
    "paraphrases": "say in your own words what they told you",
    "next_step": "say what happens next",
    "time": "say by when they hear from you",
    "clarifies_one": "ask the one question that the next step needs",
}


def print_draft(text: str, found: DraftCheck) -> None:
    """Print one check; colour is left out where the output is no terminal."""
    console = Console(highlight=False)
    with without_trailing_spaces(console):
        console.print(_marked(text.rstrip("\n"), found))
        console.print()
        for finding in found.findings:
            _finding(console, finding)
        if found.missing:
            console.print(Text("It could also " + "; ".join(_LACKS.get(one, one) for one in found.missing) + "."))
        for part in found.not_read:
            console.print(Text(f"Not read: {part.part}: {part.why}.", style="dim"))
        if not (found.findings or found.missing or found.not_read):
            console.print("Nothing in it heats the conversation.")


def _marked(text: str, found: DraftCheck) -> Text:
    marked = Text(text)
    for finding in found.findings:
        marked.stylize(_STYLE[finding.severity], finding.start, finding.end)
    return marked


def _finding(console: Console, finding: DraftFinding) -> None:
    quote = " ".join(finding.quote.split())
    shown = f"“{quote if len(quote) <= 60 else quote[:59] + '…'}”" if quote else "the whole draft"
    console.print(Text(f"{finding.severity.value}  ").append(shown, style="bold").append(f"  ({finding.rule})"))
    console.print(Padding(Text(finding.why), (0, 0, 0, 6)))
    for rewrite in finding.rewrites:
        console.print(Padding(Text(f"→ {rewrite}", style="green"), (0, 0, 0, 6)))
    console.print()
