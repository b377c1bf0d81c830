"""Who asks, and for how much of a page."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from calmdesk.web.accounts.models import User


def person(request: HttpRequest) -> User:
    """The person who is signed in; for anybody else the page is not there."""
    if isinstance(request.user, User) and request.user.is_active:
        return request.user
    raise Http404


def is_part(request: HttpRequest) -> bool:
    """Whether a script of the page asks, which puts the answer into the page it stands in."""
    return bool(getattr(request, "htmx", False))
