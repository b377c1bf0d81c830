"""Tokens for programs: shown once, kept as a hash."""

from __future__ import annotations

import hashlib
import secrets

from calmdesk.web.accounts.models import Team, Token, User

PREFIX = "calm_"


def make_token(team: Team, name: str, created_by: User | None = None) -> str:
    """A new token for `team`; the returned text is the only copy there ever is."""
    text = PREFIX + secrets.token_urlsafe(32)
    keep_token(text, team, name, created_by)
    return text


def keep_token(text: str, team: Team, name: str, created_by: User | None = None) -> None:
    """Let this text be a token of `team`; a second time changes nothing."""
    fields = {"team": team, "name": name, "created_by": created_by}
    Token.objects.get_or_create(sha256=_hash(text), defaults=fields)


def find_token(text: str) -> Token | None:
    """The token this text is, unless it was revoked."""
    if not text.startswith(PREFIX):
        return None
    # A random 256-bit secret needs no slow hash; looking its hash up leaks nothing through timing.
    return Token.objects.select_related("team").filter(sha256=_hash(text), revoked_at=None).first()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
