"""Everything that was seen becomes one card: the next move, why, and ready words (P-2.7, P-5, P-7)."""

from calmdesk.guidance.guide import guide
from calmdesk.guidance.policy import FIRST, POLICY, WHILE_THEY_WAIT, Line
from calmdesk.guidance.state import Facts, State
from calmdesk.guidance.values import Guidance, Shown

__all__ = ["FIRST", "POLICY", "WHILE_THEY_WAIT", "Facts", "Guidance", "Line", "Shown", "State", "guide"]
