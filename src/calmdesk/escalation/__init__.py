"""When a boundary is due, which were said, and when policy lets an agent end the contact (P-6.1, P-6.4)."""

from calmdesk.escalation.ladder import ladder
from calmdesk.escalation.norms import Norms
from calmdesk.escalation.rungs import RungEngine, RungSeen, rung_engine_for, used_in
from calmdesk.escalation.values import Due, Ladder, Used

__all__ = [
    "Due",
    "Ladder",
    "Norms",
    "RungEngine",
    "RungSeen",
    "Used",
    "ladder",
    "rung_engine_for",
    "used_in",
]
