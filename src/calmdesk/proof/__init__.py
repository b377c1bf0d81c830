"""Proves a playbook: runs its examples against the real engine."""

from calmdesk.proof.run import Proof, Verdict, prove

__all__ = ["Proof", "Verdict", "prove"]
