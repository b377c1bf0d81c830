"""Why a boundary is due or a contact may be ended, in a sentence or two with the words that were said."""

from __future__ import annotations

from calmdesk.conversation import Finding
from calmdesk.escalation.behaviour import Behaviour, Kind
from calmdesk.escalation.values import CONSEQUENCE, NAME

_WHAT = {
    Kind.ABUSES: "is aimed at a person",
    Kind.HARASSES: "belittles a person for who they are",
    Kind.THREATENS: "threatens a person",
    Kind.WITHHOLDS: "holds back what the next step needs",
    Kind.DRIFTS: "leads away from the issue",
}


def conduct(behaviour: Behaviour, times: int, *, warned: int, remembered: int) -> str:
    """What was said, how often, and which warning it came after, in this contact or in one that is remembered."""
    said = f"{_quoted(behaviour.finding)} {_WHAT[behaviour.kind]}"
    said += "." if times == 1 else f"; it is message {times} of this kind."
    if warned >= CONSEQUENCE:
        return f"{said} The consequence had been said."
    if warned >= NAME:
        return f"{said} The behaviour had been named."
    return f"{said} It had been named in an earlier contact." if remembered >= NAME else said


def drift(behaviour: Behaviour, times: int) -> str:
    """What was said, and how often the talk left the issue."""
    return f"{_quoted(behaviour.finding)} {_WHAT[behaviour.kind]}; it is message {times} in which that happens."


def bypass(finding: Finding) -> str:
    """What they ask to have skipped."""
    return f"{_quoted(finding)} asks to pass over a safeguard."


def not_heeded(finding: Finding) -> str:
    """The warning was said and it went on."""
    return f"The warning was said, and {_quoted(finding)} came after it."


def grave(behaviour: Behaviour) -> str:
    """Nobody has to wait for a second threat."""
    return f"{_quoted(behaviour.finding)} {_WHAT[behaviour.kind]}. Nobody has to wait for a second one."


def _quoted(finding: Finding) -> str:
    # A sign of timing has no words; its reason says what was seen.
    return f"“{finding.quote}”" if finding.quote else finding.reasons[0]
