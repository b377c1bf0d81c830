"""Who calls the API: a program with a team's token, or a person whose browser is signed in."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from calmdesk.web.accounts.models import Token, User
from calmdesk.web.accounts.tokens import find_token


class BearerToken(HttpBearer):
    """`Authorization: Bearer calm_…`, made under People."""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        return find_token(token)


class SignedIn(APIKeyCookie):
    """The session of a browser; changes need the CSRF token."""

    def __init__(self, name: str) -> None:
        self.param_name = name
        super().__init__(csrf=True)

    def _get_key(self, request: HttpRequest) -> str | None:
        # Without a session there is nothing to forge: that is an unknown caller, not a failed CSRF check.
        return super()._get_key(request) if self.param_name in request.COOKIES else None

    def authenticate(self, request: HttpRequest, key: str | None) -> User | None:
        return request.user if isinstance(request.user, User) and request.user.is_active else None
