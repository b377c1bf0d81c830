"""Nobody sees anything before they sign in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class SignedInRequired(LoginRequiredMiddleware):
    """Every page leads to the sign-in first; the API answers for itself, because programs come with tokens."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if request.resolver_match is not None and request.resolver_match.namespace == "api":
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
