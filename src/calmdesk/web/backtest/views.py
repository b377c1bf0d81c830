"""The page where samples of a backtest are marked."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calmdesk.web.accounts.access import may_mark
from calmdesk.web.accounts.request import person


@require_safe
def backtest(request: HttpRequest) -> HttpResponse:
    """`backtest/page.html`."""
    if not may_mark(person(request)):
        raise Http404
    return render(request, "backtest/page.html")
