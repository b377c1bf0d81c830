"""Keys for writing tools: each belongs to one person and opens the draft check, nothing else."""

from __future__ import annotations

import hashlib
import secrets

from calmdesk.web.accounts.models import User, WritingKey

PREFIX = "write_"


def make_writing_key(user: User, name: str) -> str:
    """A new key; the returned text is the only copy there ever is."""
    text = PREFIX + secrets.token_urlsafe(24)
    WritingKey.objects.create(user=user, name=name, sha256=_hash(text))
    return text


def writer_with(text: str) -> User | None:
    """Whose key this is, where it was not revoked and the person is active."""
    if not text.startswith(PREFIX):
        return None
    found = WritingKey.objects.select_related("user").filter(sha256=_hash(text), revoked_at=None).first()
    return found.user if found is not None and found.user.is_active else None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
