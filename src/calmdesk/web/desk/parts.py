"""What a reply could be built from, fetched when somebody opens it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calmdesk.web.accounts.request import person
from calmdesk.web.design.parts import part_groups
from calmdesk.web.readings.parts import parts_of
from calmdesk.web.store.selectors import find_record


@require_safe
def parts(request: HttpRequest, name: str) -> HttpResponse:
    """`desk/parts.html`: `groups` (PartGroup, in the order of a reply)."""
    user = person(request)
    record = find_record(user, name)
    if record is None:
        raise Http404
    return render(request, "desk/parts.html", {"groups": part_groups(parts_of(record, user))})
