"""What this moment calls for and the draft does not hold (P-3.4, P-7.3)."""

from __future__ import annotations

from collections.abc import Sequence

import re2

from calmdesk.conversation import Channel
from calmdesk.drafts.situation import Situation

# A draft this short is still being written, or answers something small.
_FEW_WORDS = 6
# A draft this long explains or answers, in words that no list of moves holds.
_EXPLAINS = 50
# A draft this long takes up on its way what was told.
_TAKES_UP = 100
_RESTATES = frozenset({"paraphrases", "summarises", "checks_understanding"})
_MOVES_ON = frozenset({"next_step", "answers", "clarifies_one", "status", "offers_choice"})
# What the person is asked to do, or shown: a step of theirs, in many more words than the moves know.
_HANDS_OVER = re2.compile(
    r"(?i)\b(?:please|kindly|could you|can you|would you|will you|you can|you could|you may|mind \w+ing|try|"
    r"(?:have|give it) a (?:go|look|try)|follow the|see the|steps? below)\b|https?://|```|`[^`\n]+`"
)
# What was done and needs no waiting for.
_DONE = re2.compile(
    r"(?i)\b(?:(?:re)?solved|fixed|closed|restored|unlocked|replaced|reset|renewed|done|works? (?:again|now)|"
    r"back (?:up|online))\b"
)
# In writing the next word may take hours; on a call or at the counter it is a breath away.
_WITH_A_GAP = frozenset({Channel.EMAIL, Channel.PORTAL})


def missing_in(text: str, moves: Sequence[str], asked: int, situation: Situation) -> tuple[str, ...]:
    """
    Names of moves, the most needed first; nothing for notes to colleagues and for drafts of a few words.

    `asked` is how many things the draft asks for.
    """
    made, words = frozenset(moves), len(text.split())
    if situation.internal or words < _FEW_WORDS or "boundary" in made:
        return ()
    counts = situation.tense or situation.channel in _WITH_A_GAP
    theirs = asked > 0 or _HANDS_OVER.search(text) is not None
    found: list[str] = []
    if situation.tense and not made & {"acknowledges", "apologises"}:
        found.append("acknowledges")
    if situation.tense and situation.unheard and words < _TAKES_UP and not made & (_RESTATES | {"answers"}):
        found.append("paraphrases")
    if counts and not (made & _MOVES_ON or theirs or words >= _EXPLAINS):
        found.append("next_step")
    if counts and _waits(text, made) and not theirs and "time" not in made:
        found.append("time")
    return tuple(found)


def _waits(text: str, made: frozenset[str]) -> bool:
    """Whether the person is left waiting for something the desk will do."""
    if "answers" in made:
        return False
    return "next_step" in made or ("status" in made and not _DONE.search(text))
