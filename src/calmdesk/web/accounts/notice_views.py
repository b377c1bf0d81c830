"""The account page's form for reminders, quiet hours and cues."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from calmdesk.errors import BadInput
from calmdesk.web.accounts.access import may_read_conversations
from calmdesk.web.accounts.notices import keep_notices
from calmdesk.web.accounts.request import person
from calmdesk.web.design.notices import notices_from


@require_POST
def notices(request: HttpRequest) -> HttpResponse:
    """POST `remind` (on or absent), `quiet_from`, `quiet_until` (22:00, or both empty) and `cues`: one's own."""
    user = person(request)
    if not may_read_conversations(user):
        raise Http404
    try:
        keep_notices(user, notices_from(request.POST.dict()))
    except BadInput as refused:
        messages.error(request, f"{refused} Nothing was changed.")
    else:
        messages.success(request, "Your settings are kept.")
    return redirect("account")
