"""A draft check in the form that LanguageTool's clients read; places count UTF-16 units."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from calmdesk import __version__
from calmdesk.conversation import to_utf16
from calmdesk.drafts import DraftCheck, DraftFinding
from calmdesk.playbook import Phrasing, Playbook, Sign
from calmdesk.web.languagetool.annotated import Draft

LANGUAGES = (("English", "en", "en"), ("English (US)", "en", "en-US"), ("English (GB)", "en", "en-GB"))
_AROUND = 40
_SHORT = {"hint": "Calmer wording", "warn": "May make it worse"}


class Chosen(NamedTuple):
    """Which rules and families a client wants to hear of; `only` leaves out what is not enabled."""

    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    only: bool = False

    def wants(self, rule: Phrasing | Sign) -> bool:
        names = {rule.id, _family(rule)}
        if self.only:
            return not self.enabled.isdisjoint(names)
        return self.disabled.isdisjoint(names)


def answer(draft: Draft, found: DraftCheck, playbook: Playbook, *, language: str, chosen: Chosen) -> dict[str, Any]:
    """The body of the response."""
    wanted = [one for one in found.findings if chosen.wants(_rule(playbook, one.rule))]
    code = language if language in {code for *_, code in LANGUAGES} else "en-US"
    name = next(name for name, _, known in LANGUAGES if known == code)
    return {
        "software": {
            "name": "calmdesk",
            "version": __version__,
            "buildDate": "",
            "apiVersion": 1,
            "premium": False,
            "premiumHint": "",
            "status": "",
        },
        "warnings": {"incompleteResults": bool(found.not_read)},
        "language": {
            "name": name,
            "code": code,
            "detectedLanguage": {"name": name, "code": code, "confidence": 1.0, "source": "given"},
        },
        "matches": list(_matches(draft, wanted, playbook)),
        "sentenceRanges": [],
    }


def languages() -> list[dict[str, str]]:
    """What `/v2/languages` answers."""
    return [{"name": name, "code": code, "longCode": long} for name, code, long in LANGUAGES]


def _matches(draft: Draft, findings: Collection[DraftFinding], playbook: Playbook) -> Iterator[dict[str, Any]]:
    text = draft.received
    for finding in findings:
        start, end = draft.back(finding.start, finding.end)
        offset = to_utf16(text, start)
        rule = _rule(playbook, finding.rule)
        family = _family(rule)
        yield {
            "message": finding.why,
            "shortMessage": _SHORT[finding.severity.value],
            "replacements": [{"value": rewrite} for rewrite in finding.rewrites],
            "offset": offset,
            "length": to_utf16(text, end) - offset,
            "context": _context(text, start, end),
            "sentence": finding.quote,
            "type": {"typeName": "Hint" if finding.severity.value == "hint" else "Other"},
            "rule": {
                "id": finding.rule,
                "description": rule.title,
                "issueType": "style",
                "category": {"id": family, "name": family.replace("_", " ").capitalize()},
                "isPremium": False,
            },
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0,
        }


def _rule(playbook: Playbook, name: str) -> Phrasing | Sign:
    return playbook.phrasing.get(name) or playbook.signs[name]


def _family(rule: Phrasing | Sign) -> str:
    return rule.family.value if isinstance(rule, Phrasing) else "signs"


def _context(text: str, start: int, end: int) -> dict[str, Any]:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = ("..." if first else "") + text[first:start]
    around = before + text[start:end] + text[end:last] + ("..." if last < len(text) else "")
    offset = to_utf16(before, len(before))
    return {"text": around.replace("\n", " "), "offset": offset, "length": to_utf16(text[start:end], end - start)}
