"""What this moment calls for and the draft does not hold (P-3.4, P-7.3)."""

from __future__ import annotations

from collections.abc import Sequence

from calmdesk.conversation import Channel
from calmdesk.drafts.situation import Situation

# A draft this short is still being written, or answers something small.
_FEW_WORDS = 6
_RESTATES = frozenset({"paraphrases", "summarises"})
_MOVES_ON = frozenset({"next_step", "answers", "clarifies_one", "status", "offers_choice"})
_BINDS_TIME = frozenset({"time"})
# In writing the next word may take hours; on a call or at the counter it is a breath away.
_WITH_A_GAP = frozenset({Channel.EMAIL, Channel.PORTAL})


def missing_in(text: str, moves: Sequence[str], situation: Situation) -> tuple[str, ...]:
    """Names of moves, the most needed first; nothing for notes to colleagues and for drafts of a few words."""
    made = frozenset(moves)
    if situation.internal or len(text.split()) < _FEW_WORDS or "boundary" in made:
        return ()
    found: list[str] = []
    if situation.tense and not made & {"acknowledges", "apologises"}:
        found.append("acknowledges")
    if situation.tense and not made & (_RESTATES | {"answers"}):
        found.append("paraphrases")
    if not made & _MOVES_ON and (situation.tense or situation.channel in _WITH_A_GAP):
        found.append("next_step")
    if _waits(made) and not made & _BINDS_TIME and (situation.tense or situation.channel in _WITH_A_GAP):
        found.append("time")
    return tuple(found)


def _waits(made: frozenset[str]) -> bool:
    """Whether the person is left waiting for something the desk will do."""
    return bool(made & {"next_step", "status"}) and not made & {"answers", "clarifies_one"}
