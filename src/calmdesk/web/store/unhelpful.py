"""What people called not helpful: remembered where it was said, counted for the desk."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.utils import timezone

from calmdesk.web.accounts.models import User
from calmdesk.web.store.models import ConversationRow, Unhelpful

WHY = tuple(Unhelpful.Why.choices)


def say_unhelpful(rule: str, why: str, user: User, conversation_pk: int | None) -> int:
    """Remember it; said twice by the same person in the same place it counts once, with the newer reason."""
    place: dict[str, Any] = {"rule": rule, "said_by": user, "conversation_id": conversation_pk, "undone_at": None}
    found, _ = Unhelpful.objects.update_or_create(**place, defaults={"why": why})
    return found.pk


def undo_unhelpful(pk: int, user: User, conversation_pk: int | None = None) -> ConversationRow | None:
    """Take back what this person said, and tell where they had said it; None where they said no such thing, or, where
    a conversation is named, not in that one.
    """
    rows = Unhelpful.objects.filter(pk=pk, said_by=user, undone_at=None)
    if conversation_pk is not None:
        rows = rows.filter(conversation=conversation_pk)
    said = rows.select_related("conversation").first()
    if said is None:
        return None
    said.undone_at = timezone.now()
    said.save(update_fields=["undone_at"])
    return said.conversation


def declined_in(conversation_pk: int) -> frozenset[str]:
    """The rules that anybody called not helpful in this conversation."""
    rows = Unhelpful.objects.filter(conversation=conversation_pk, undone_at=None)
    return frozenset(rows.values_list("rule", flat=True))


def unhelpful_counts() -> dict[str, int]:
    """How often each rule was called not helpful on this desk; by rule, never by person."""
    rows = Unhelpful.objects.filter(undone_at=None).values_list("rule").annotate(count=Count("pk"))
    return dict(rows)
