"""The one announcement the store makes: a conversation changed. Who cares listens; the store knows nobody."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.dispatch import Signal


@dataclass(frozen=True)
class Change:
    """Which conversation is now at which version; never what is in it."""

    conversation: int
    slug: str
    version: int


changed = Signal()


def announce(change: Change) -> None:
    """Tell listeners once, and only if, the change is committed."""
    transaction.on_commit(lambda: changed.send(sender=Change, change=change))
