"""Is it well? For a monitor one word, for those who look after the machine the rest."""

from __future__ import annotations

import shutil
import sqlite3
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core import checks
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calmdesk import __version__
from calmdesk.web.accounts.access import may_see_machine
from calmdesk.web.config.checks import journal_mode
from calmdesk.web.intake.disk import DiskNearlyFull, check_room
from calmdesk.web.store.selectors import waiting


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """`health/page.html`: `ok`, `rows` (name, value), `warnings`.

    JSON with `Accept: application/json` or `?format=json`. Anybody learns `ok`; only who may see the
    machine learns more.
    """
    wants_json = request.GET.get("format") == "json" or not request.accepts("text/html")
    ok = _database_answers() and _has_room()
    status = 200 if ok else 503
    if not may_see_machine(request.user):
        return JsonResponse({"calmdesk": 1, "ok": ok}, status=status)
    facts = _facts()
    warnings = [str(message.msg) for message in checks.run_checks(tags=["calmdesk"])]
    if wants_json:
        return JsonResponse({"calmdesk": 1, "ok": ok, "warnings": warnings} | facts, status=status)
    context = {
        "ok": ok,
        "rows": [(name.replace("_", " "), value) for name, value in facts.items()],
        "warnings": warnings,
    }
    return render(request, "health/page.html", context, status=status)


def _facts() -> dict[str, Any]:
    usage = shutil.disk_usage(settings.CALMDESK.data)
    counts = waiting()
    facts: dict[str, Any] = {
        "version": __version__,
        "database": connection.vendor,
        "free_disk_mb": usage.free // 1_000_000,
        "conversations": counts.conversations,
        "received_but_not_read_yet": counts.raw_new,
        "set_aside": counts.quarantined,
    }
    if connection.vendor == "sqlite":
        facts |= {"sqlite_version": sqlite3.sqlite_version, "journal": journal_mode()}
    return facts


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _has_room() -> bool:
    try:
        check_room(settings.CALMDESK.data, settings.CALMDESK.free_disk_mb)
    except DiskNearlyFull:
        return False
    return True
