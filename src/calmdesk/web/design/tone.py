"""The three ways a sign is drawn, so that upset about the issue and hostile to a person never look alike (P-1.2)."""

from __future__ import annotations

from enum import StrEnum

from calmdesk.conversation import Conduct, Finding, Stage, Stance
from calmdesk.playbook import Playbook


class Tone(StrEnum):
    """`note` is a small sign without heat of its own; the value is also the class name and the icon's name."""

    NOTE = "note"
    ISSUE = "issue"
    PERSON = "person"

    @property
    def rank(self) -> int:
        return list(Tone).index(self)

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {Tone.NOTE: "early sign", Tone.ISSUE: "about the issue", Tone.PERSON: "at a person"}
_OF_STANCE = {Stance.CALM: Tone.NOTE, Stance.UPSET: Tone.ISSUE, Stance.HOSTILE: Tone.PERSON}


def tone_of_stance(stance: Stance) -> Tone:
    """How a message of this stance is drawn."""
    return _OF_STANCE[stance]


def tone_of(finding: Finding, playbook: Playbook) -> Tone:
    """How a finding is drawn; a rule that has left the playbook is judged by its stage alone."""
    sign = playbook.signs.get(finding.rule)
    if sign is None:
        return Tone.PERSON if finding.stage is Stage.CONDUCT else Tone.NOTE
    return tone_of_stance(sign.stance)


def is_conduct(finding: Finding, playbook: Playbook) -> bool:
    """Whether a supervisor would want to know; such a rule is never turned off for a whole desk."""
    sign = playbook.signs.get(finding.rule)
    return finding.stage is Stage.CONDUCT or (sign is not None and sign.conduct is not Conduct.NONE)
