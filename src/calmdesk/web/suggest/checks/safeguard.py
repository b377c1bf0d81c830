"""Words that would give way where the desk has to hold: approvals, policies, security checks (P-5.3, P-6.2)."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.escalation import rung_engine_for
from calmdesk.playbook import Playbook
from calmdesk.signals import Moment
from calmdesk.signals.sentences import sentences_of

_HOLDS = "hold_the_safeguard"
_SAFEGUARD = re2.compile(
    r"(?i)\b(?:approv\w+|sign-?offs?|authori[sz]\w+|permissions?|consent|polic(?:y|ies)|procedures?|rules?|verif\w+"
    r"|identity|safeguards?|mfa|2fa|(?:two|multi)-factor|second factor|encryption|anti-?virus|firewall|restrictions?"
    r"|(?:the|this|that|our|your|any|a|no|security|id) (?:\w+ )?(?:checks?|process|questions|form|protection|proof))\b"
    r"|(?i)\bexceptions?\b"
)
_LOOSENS = re2.compile(
    r"(?i)\b(?:skip\w*|bypass\w*|waiv\w+|ignor\w+|overrid\w+|overrul\w+|drop\w*|disabl\w+|circumvent\w*|exempt\w*"
    r"|lift\w*|relax\w*|suspend\w*|remov\w+|deactivat\w+|(?:turn|switch|cut|leav|get|go|work|pass|do)\w*"
    r"(?: \w+){0,3} (?:off|out|around|over|away|without)|without|no longer|not? (?:\w+ )?(?:need\w*|required|necessary)"
    r"|(?:don't|do not|doesn't|does not|won't|needn't|need not) (?:\w+ )?(?:need|have|require|apply|be|wait|matter)"
    r"|no (?:\w+ )?(?:approval|check|verification|authori[sz]ation|policy|questions|proof|form)|(?:mak|grant|giv|allow)"
    r"\w* (?:\w+ )?(?:\w+ )?exception|already (?:been )?(?:approved|granted|verified|authori[sz]ed|confirmed)"
    r"|(?:is|are|was|were|been|be) (?:now |hereby )?(?:approved|granted|verified|authori[sz]ed|unlocked|unblocked)"
    r"|(?:i|we)(?:'ll|'ve|'d| will| can| have| could)? (?:\w+ )?(?:approv|grant|authori[sz])\w*|not? needed)\b"
)
# "Once it is approved" waits for the safeguard.
_WAITS = re2.compile(
    r"(?i)\b(?:once|after|until|as soon as|when|if|before)\b[^,;.]{0,40}?"
    r"\b(?:approv\w+|granted|verified|authori[sz]ed)\b"
)
_THEY_ASKED = re2.compile(
    r"(?i)\byou(?:'d|'re|'ve)? (?:\w+ ){0,2}?(?:ask|asked|asking|want|wanted|wish|wished|would like|like|request"
    r"|requested|hope|hoped|propose|proposed|suggest|suggested|wonder|wondered)\b"
)


def gives_way(words: str) -> bool:
    """Whether a sentence names a safeguard and loosens it, other than by telling that the person asked for it."""
    return any(
        _SAFEGUARD.search(sentence) and _LOOSENS.search(_WAITS.sub("", sentence)) and not _THEY_ASKED.search(sentence)
        for sentence in (words[start:end] for start, end in sentences_of(words))
    )


def held_in(moment: Moment, playbook: Playbook) -> Iterator[tuple[int, int]]:
    """The places that keep an approval, a policy or a check."""
    for seen in rung_engine_for(playbook).find(moment):
        if seen.boundary == _HOLDS:
            yield seen.start, seen.end


def gives_way_in(moment: Moment, playbook: Playbook) -> bool:
    """As `gives_way`, for a reply: a sentence that holds the safeguard may name what it does not do."""
    held = tuple(held_in(moment, playbook))
    return any(
        gives_way(moment.text[start:end])
        for start, end in moment.sentences
        if not any(start <= first and last <= end for first, last in held)
    )
