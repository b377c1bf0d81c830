"""A whole playbook: every rule by its id."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from calmdesk.playbook.kinds import Document, Kind, Sign, TriggerRule, WordList
from calmdesk.playbook.phrasing import Move, Phrasing
from calmdesk.playbook.wording import Boundary, NextMove

Rule = Sign | TriggerRule | Phrasing | Move | NextMove | Boundary
# In the order in which people meet them: what the requester's words show, then what the desk's words do.
RULE_KINDS: tuple[Kind, ...] = ("signs", "triggers", "phrasing", "moves", "next_moves", "boundaries")


class Playbook:
    """Rules, word lists and sources by id. Equal only to itself, so that it can be a cache key."""

    __slots__ = ("boundaries", "documents", "moves", "next_moves", "phrasing", "signs", "triggers", "words")

    def __init__(
        self,
        *,
        signs: Mapping[str, Sign],
        triggers: Mapping[str, TriggerRule],
        words: Mapping[str, WordList],
        documents: Mapping[str, Document],
        phrasing: Mapping[str, Phrasing] | None = None,
        moves: Mapping[str, Move] | None = None,
        next_moves: Mapping[str, NextMove] | None = None,
        boundaries: Mapping[str, Boundary] | None = None,
    ) -> None:
        self.signs = MappingProxyType(dict(sorted(signs.items())))
        self.triggers = MappingProxyType(dict(sorted(triggers.items())))
        self.words = MappingProxyType(dict(sorted(words.items())))
        self.phrasing = MappingProxyType(dict(sorted((phrasing or {}).items())))
        self.moves = MappingProxyType(dict(sorted((moves or {}).items())))
        self.next_moves = MappingProxyType(dict(sorted((next_moves or {}).items())))
        # From the first rung to the last.
        self.boundaries = MappingProxyType(
            dict(sorted((boundaries or {}).items(), key=lambda item: (item[1].rung, item[0])))
        )
        self.documents = MappingProxyType(dict(documents))

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The rules of every kind together, by id: no two share a name."""
        return {name: rule for kind in RULE_KINDS for name, rule in self.of_kind(kind).items()}

    def of_kind(self, kind: Kind) -> Mapping[str, Rule]:
        """The rules of one kind, by id."""
        found: Mapping[str, Rule] = getattr(self, kind)
        return found
