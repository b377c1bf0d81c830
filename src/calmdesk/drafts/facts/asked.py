"""Whether a message answers the desk's question for one kind of fact."""

from __future__ import annotations

import re2

from calmdesk.drafts.facts.values import FactKind
from calmdesk.signals import Moment

_QUESTIONS = {
    "since": re2.compile(
        r"(?i)\b(?:since when|when did (?:it|this|that)|how long|when (?:it|this) (?:started|began)|when was)\b"
    ),
    "where": re2.compile(r"(?i)\b(?:where (?:are|is)|which (?:room|floor|desk|building|office|site|store))\b"),
    "who": re2.compile(r"(?i)\b(?:who else|anyone else|anybody else|only you|other people|others|how many)\b"),
}


def asks_for(kind: FactKind, moment: Moment) -> bool:
    """Whether the message it comes right after asked for this kind of fact."""
    question = _QUESTIONS.get(kind)
    return question is not None and moment.answers is not None and bool(question.search(moment.answers.text))
