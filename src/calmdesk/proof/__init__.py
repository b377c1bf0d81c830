"""Proves a playbook: runs its examples against the real engine."""

from calmdesk.proof.run import prove
from calmdesk.proof.verdict import Proof, Verdict

__all__ = ["Proof", "Verdict", "prove"]
