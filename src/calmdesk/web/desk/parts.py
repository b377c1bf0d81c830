"""What a reply could be built from, fetched when somebody opens it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calmdesk.conversation import Channel
from calmdesk.web.accounts.request import person
from calmdesk.web.design.parts import part_groups
from calmdesk.web.readings.parts import parts_of
from calmdesk.web.store.selectors import find_record


@require_safe
def parts(request: HttpRequest, name: str) -> HttpResponse:
    """`desk/parts.html`: `groups` (PartGroup, in the order of a reply), `gap` (what stands between them)."""
    user = person(request)
    record = find_record(user, name)
    if record is None:
        raise Http404
    in_paragraphs = record.conversation.channel in (Channel.EMAIL, Channel.PORTAL)
    context = {"groups": part_groups(parts_of(record, user)), "gap": "paragraph" if in_paragraphs else "space"}
    return render(request, "desk/parts.html", context)
