"""A draft before it is sent: which words heat, what calmer ones fit, what a good reply would hold (P-4, P-5, P-6.3)."""

from calmdesk.drafts.apply import applied, apply
from calmdesk.drafts.check import check
from calmdesk.drafts.situation import Situation, situation_of
from calmdesk.drafts.values import DraftCheck, DraftFinding

__all__ = ["DraftCheck", "DraftFinding", "Situation", "applied", "apply", "check", "situation_of"]
