"""A reply built from parts: what they said, approved wording, and what the agent fills in (P-3.3, P-7.2, P-7.3)."""

from calmdesk.drafts.parts.build import parts
from calmdesk.drafts.parts.values import Card, Part, PartKind

__all__ = ["Card", "Part", "PartKind", "parts"]
