"""What the person has told of the matter, each with the words that say so (P-3.3, P-3.5)."""

from calmdesk.drafts.facts.find import facts
from calmdesk.drafts.facts.values import Fact, FactKind

__all__ = ["Fact", "FactKind", "facts"]
