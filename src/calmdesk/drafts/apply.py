"""Rewrites put into a draft."""

from __future__ import annotations

from collections.abc import Iterable

from calmdesk.drafts.values import DraftFinding


def apply(text: str, finding: DraftFinding, rewrite: str) -> str:
    """The draft with one rewrite in place of the words that were found."""
    return text[: finding.start] + rewrite + text[finding.end :]


def applied(text: str, findings: Iterable[DraftFinding]) -> str:
    """The draft with the first rewrite of each finding in place, from its end so that earlier places stay right."""
    for finding in sorted(findings, key=lambda one: one.start, reverse=True):
        if finding.rewrites:
            text = apply(text, finding, finding.rewrites[0])
    return text
