"""Silencing a rule, undoing it, and the list of what is silenced."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from calmdesk.web.accounts.access import may_read_conversations, may_undo_silence
from calmdesk.web.accounts.request import person
from calmdesk.web.silences import services
from calmdesk.web.store import selectors


@require_safe
def silence_list(request: HttpRequest) -> HttpResponse:
    """`silences/list.html`: `items`, each `silence` (SilencedRule), `sign`, `may_undo`, `hidden` (for the desk's)."""
    user = person(request)
    if not may_read_conversations(user):
        raise Http404
    items = [
        {
            "silence": item,
            "sign": services.playbook().signs.get(item.rule),
            "may_undo": may_undo_silence(user, item.scope, item.created_by_id),
            "hidden": services.hidden_by(item, user) if item.scope == "desk" else (),
        }
        for item in selectors.silence_list(user)
    ]
    return render(request, "silences/list.html", {"items": items})


@require_POST
def silence(request: HttpRequest) -> HttpResponse:
    """POST `rule`, `scope` (here, me, desk), `conversation` (slug, for here), `next` (where to go back to)."""
    user = person(request)
    slug = request.POST.get("conversation", "")
    record = selectors.find_record(user, slug) if slug else None
    if slug and record is None:
        raise Http404
    try:
        pk = services.silence(request.POST.get("rule", ""), request.POST.get("scope", ""), user, record)
    except services.NotAllowed:
        raise Http404 from None
    # The page offers to take it back at once.
    messages.success(request, "The rule is silenced.", extra_tags=f"undo:{pk}")
    return _back(request)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """POST, optionally `next`."""
    try:
        services.undo(pk, person(request))
    except services.NotAllowed:
        raise Http404 from None
    messages.success(request, "The rule counts again.")
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return redirect(wanted if is_ours else reverse("silences"))
