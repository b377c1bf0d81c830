"""A person's other contacts: what was said to them before, whichever channel they came by."""

from __future__ import annotations

from datetime import datetime

from calmdesk.conversation import Conversation, Role
from calmdesk.web.accounts.access import Viewer, conversations_for
from calmdesk.web.store.models import Contact, ConversationRow
from calmdesk.web.store.records import Record, record

# More than this of one person in a month is read in the conversations themselves.
_MOST = 12
_LONGEST = 200


def people_in(conversation: Conversation) -> frozenset[str]:
    """The keys of those who ask, in small letters: the person across conversations, and their addresses."""
    return frozenset(
        key.strip().lower()
        for one in conversation.participants
        if one.role is Role.REQUESTER
        for key in (one.person or "", *one.addresses)
        if 0 < len(key.strip()) <= _LONGEST
    )


def remember_people(row: ConversationRow, conversation: Conversation) -> None:
    """Keep who asks in this conversation, as it stands now."""
    now = people_in(conversation)
    known = set(Contact.objects.filter(conversation=row).values_list("person", flat=True))
    Contact.objects.filter(conversation=row, person__in=known - now).delete()
    Contact.objects.bulk_create(Contact(conversation=row, person=person) for person in sorted(now - known))


def earlier_contacts(viewer: Viewer, pk: int, since: datetime) -> tuple[Record, ...]:
    """The other conversations of this one's people that the viewer may read, with activity since then."""
    people = Contact.objects.filter(conversation=pk).values("person")
    rows = (
        ConversationRow.objects.filter(conversations_for(viewer), last_activity_at__gte=since)
        .filter(contacts__person__in=people)
        .exclude(pk=pk)
        .distinct()
        .select_related("team", "assignee")
        .prefetch_related("role_overrides__made_by")
        .order_by("-last_activity_at", "-pk")[:_MOST]
    )
    return tuple(record(row) for row in rows)
