"""The pages where samples of a backtest are marked right or wrong."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from calmdesk.archive import Mark, precision
from calmdesk.web.accounts.access import may_mark
from calmdesk.web.accounts.request import person
from calmdesk.web.backtest import reports
from calmdesk.web.design.backtest import backtest_view
from calmdesk.web.readings import playbook


@require_safe
def backtest(request: HttpRequest) -> HttpResponse:
    """`backtest/page.html`: `names` (reports), `folder` (where a report must lie to be listed)."""
    if not may_mark(person(request)):
        raise Http404
    folder = reports.folder_of(settings.CALMDESK.data)
    return render(request, "backtest/page.html", {"names": reports.names(folder), "folder": folder})


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, name: str) -> HttpResponse:
    """`backtest/report.html`: `report` (BacktestView). POST `key` and `mark` (right, wrong, unsure)."""
    folder = reports.folder_of(settings.CALMDESK.data)
    found = reports.load(folder, name)
    if not may_mark(person(request)) or found is None:
        raise Http404
    if request.method == "POST":
        word = request.POST.get("mark", "")
        if word not in set(Mark) or not reports.mark(folder, name, request.POST.get("key", ""), Mark(word)):
            raise Http404
        return redirect("backtest-report", name=name)
    view = backtest_view(name, found.backtest, found.marks, precision(found.backtest.samples, found.marks), playbook())
    return render(request, "backtest/report.html", {"report": view})
