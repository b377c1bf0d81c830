"""What people settled about promises: who answers for one now, and when it is due."""

from __future__ import annotations

from datetime import datetime

from calmdesk.web.accounts.models import User
from calmdesk.web.store.models import PromiseNote


def notes_of(conversation_pk: int) -> tuple[dict[str, str], dict[str, datetime]]:
    """Owners (by sign-in name) and settled times of a conversation's promises, by key."""
    owners: dict[str, str] = {}
    times: dict[str, datetime] = {}
    for note in PromiseNote.objects.filter(conversation=conversation_pk).select_related("owner"):
        if note.owner is not None:
            owners[note.key] = note.owner.get_username()
        if note.due is not None:
            times[note.key] = note.due
    return owners, times


def given_to(user: User) -> frozenset[int]:
    """The conversations in which a promise was put into this person's hands."""
    return frozenset(PromiseNote.objects.filter(owner=user).values_list("conversation", flat=True))


def settle_time(conversation_pk: int, key: str, due: datetime, user: User) -> None:
    """Say when a promise is due whose words left that open."""
    PromiseNote.objects.update_or_create(
        conversation_id=conversation_pk, key=key, defaults={"due": due, "settled_by": user}
    )


def give_to(conversation_pk: int, key: str, owner: User, user: User) -> None:
    """Put a promise into somebody's hands."""
    PromiseNote.objects.update_or_create(
        conversation_id=conversation_pk, key=key, defaults={"owner": owner, "settled_by": user}
    )
