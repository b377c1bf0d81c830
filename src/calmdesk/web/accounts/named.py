"""Finding a person as another program names them."""

from __future__ import annotations

from django.db.models import Q

from calmdesk.web.accounts.models import User


def person_named(text: str) -> User | None:
    """The active person with this sign-in name or e-mail address; None where that is nobody, or more than one."""
    if not text.strip():
        return None
    named = Q(username__iexact=text.strip()) | Q(email__iexact=text.strip())
    found = list(User.objects.filter(named, is_active=True)[:2])
    return found[0] if len(found) == 1 else None
