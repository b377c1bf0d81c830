"""Silencing a rule, undoing it, and the list of what is silenced."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from calmdesk.web.accounts.access import may_read_conversations, may_undo_silence
from calmdesk.web.accounts.context import offer_undo
from calmdesk.web.accounts.models import User
from calmdesk.web.accounts.request import is_part, person
from calmdesk.web.readings import playbook
from calmdesk.web.silences import services
from calmdesk.web.store import selectors
from calmdesk.web.store.selectors import SilencedRule


@require_http_methods(["GET", "HEAD", "POST"])
def silences(request: HttpRequest) -> HttpResponse:
    """`silences/page.html`: `items`, each `silence` (SilencedRule), `sign`, `undo` (address or ""), `hidden` (desk's).

    POST `rule`, `scope` (here, me, desk), `conversation` (slug, for here), `next` (where to go back to).
    """
    if request.method == "POST":
        return _silence(request)
    user = person(request)
    if not may_read_conversations(user):
        raise Http404
    items = [
        {
            "silence": item,
            "sign": playbook().signs.get(item.rule),
            "undo": undo_address(item, user),
            "hidden": services.hidden_by(item, user) if item.scope == "desk" else (),
        }
        for item in selectors.silence_list(user)
    ]
    return render(request, "silences/page.html", {"items": items})


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """POST, optionally `next`."""
    try:
        item = services.undo(pk, person(request))
    except services.NotAllowed:
        raise Http404 from None
    messages.success(request, "The rule counts again.")
    return _back(request, item.slug)


def silenced_line(item: SilencedRule, user: User) -> dict[str, str]:
    """What a page shows of one silence: `rule`, `title`, `scope_word`, `by`, `undo`."""
    sign = playbook().signs.get(item.rule)
    return {
        "rule": item.rule,
        "title": sign.title if sign else item.rule,
        "scope_word": {"here": "in this conversation", "me": "for me", "desk": "for the desk"}[item.scope],
        "by": item.created_by,
        "undo": undo_address(item, user),
    }


def undo_address(item: SilencedRule, user: User) -> str:
    """Where to POST to turn the rule on again; empty where that is not this person's to decide."""
    allowed = may_undo_silence(user, item.scope, item.created_by_id)
    return reverse("undo-silence", args=[item.pk]) if allowed else ""


def _silence(request: HttpRequest) -> HttpResponse:
    user = person(request)
    slug = request.POST.get("conversation", "")
    record = selectors.find_record(user, slug) if slug else None
    if slug and record is None:
        raise Http404
    try:
        pk = services.silence(request.POST.get("rule", ""), request.POST.get("scope", ""), user, record)
    except services.NotAllowed:
        raise Http404 from None
    offer_undo(request, reverse("undo-silence", args=[pk]), "The rule is silenced.")
    return _back(request, record.slug if record else "")


def _back(request: HttpRequest, slug: str) -> HttpResponse:
    if is_part(request):
        return render(request, "parts/notices.html")
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    if is_ours:
        return redirect(wanted)
    return redirect("thread", name=slug) if slug else redirect("silences")
