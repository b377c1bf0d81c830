"""The next move, the check of a draft while it is typed, and "not helpful"."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from msgspec import UNSET

from calmdesk.conversation import to_json
from calmdesk.web.accounts.context import offer_undo
from calmdesk.web.accounts.models import User
from calmdesk.web.accounts.request import is_part, person
from calmdesk.web.design.next_move import desk_answered, next_move_view
from calmdesk.web.outgoing.deliver import NotDelivered, deliver
from calmdesk.web.readings import playbook, reading_of
from calmdesk.web.readings.drafts import check_draft
from calmdesk.web.readings.utf16 import draft_with_utf16
from calmdesk.web.store import services
from calmdesk.web.store.records import Record
from calmdesk.web.store.selectors import came_by_api, find_record
from calmdesk.web.store.unhelpful import WHY, say_unhelpful, undo_unhelpful

# A reply of this length is a document; a browser that sends more is not our composer.
_LONGEST = 25_000


@require_safe
def next_move(request: HttpRequest, name: str) -> HttpResponse:
    """`desk/next_move.html`: `card` (NextMoveView or None), `reasons` for calling it not helpful, `name`."""
    user = person(request)
    record = _record(user, name)
    return render(request, "desk/next_move.html", desk_context(record, user))


@require_POST
def draft(request: HttpRequest, name: str) -> HttpResponse:
    """POST `text` and `internal`: the check in the wire form. Nothing of it is kept."""
    user = person(request)
    return checked_draft(request, user, _record(user, name))


@require_POST
def send(request: HttpRequest, name: str) -> HttpResponse:
    """POST `text`: the reply goes out to the ticket system; `{"sent", "problem"}`. What did not arrive stays typed."""
    user = person(request)
    record = _record(user, name)
    hook, text = settings.CALMDESK.webhook, typed_in(request)
    if hook is None or not came_by_api(record.pk) or not text.strip():
        raise Http404
    data = {
        "conversation": record.conversation.id,
        "channel": record.conversation.channel.value,
        "agent": user.get_username(),
        "internal": request.POST.get("internal") == "yes",
        "text": text,
    }
    try:
        deliver(hook, data, timezone.now())
    except NotDelivered as problem:
        return JsonResponse({"sent": False, "problem": f"It was not sent: {problem}. Your words are still here."})
    return JsonResponse({"sent": True, "problem": ""})


@require_POST
def unhelpful(request: HttpRequest, name: str) -> HttpResponse:
    """POST `rule` and `why`: it is not offered here again, and counted for the desk. Offers to take it back."""
    user = person(request)
    record = _record(user, name)
    pk = unhelpful_said(request, user, record)
    offer_undo(request, reverse("undo-unhelpful", args=[pk]), "Not offered here again, and counted.")
    if is_part(request):
        return render(request, "desk/next_move.html", desk_context(record, user))
    return redirect("thread", name=record.slug)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that something was not helpful."""
    where = undo_unhelpful(pk, person(request))
    if where is None:
        raise Http404
    services.touch_conversation(where.pk)
    return redirect("thread", name=where.slug)


def checked_draft(request: HttpRequest, user: User, record: Record) -> HttpResponse:
    """The check of the draft that was posted, in the wire form."""
    text = typed_in(request)
    found = check_draft(text, user, record, internal=request.POST.get("internal") == "yes")
    return HttpResponse(to_json(draft_with_utf16(found, text)), content_type="application/json")


def typed_in(request: HttpRequest) -> str:
    """The reply as it stands in the field: a form sends each line end as two characters, the field counts one."""
    return request.POST.get("text", "").replace("\r\n", "\n")[:_LONGEST]


def unhelpful_said(request: HttpRequest, user: User, record: Record) -> int:
    """Remember what was posted as not helpful; the number with which it can be taken back."""
    rule, why = request.POST.get("rule", ""), request.POST.get("why", "")
    if why not in dict(WHY) or not _is_known(rule):
        raise Http404
    pk = say_unhelpful(rule, why, user, record.pk)
    services.touch_conversation(record.pk)
    return pk


def desk_context(record: Record, user: User) -> dict[str, object]:
    """`card`, `answered` (the desk wrote last), `unread` (nothing could be judged), `reasons`, `name`, `to` (where the
    page posts), `language_model` (the host of the desk's own, or empty), as the templates of the desk want them.
    """
    server, reading = settings.CALMDESK.language_model, reading_of(record, user)
    return {
        "to": {
            "draft": reverse("draft", args=[record.slug]),
            "unhelpful": reverse("unhelpful", args=[record.slug]),
            "parts": reverse("parts", args=[record.slug]),
            "send": reverse("send", args=[record.slug]) if settings.CALMDESK.webhook and came_by_api(record.pk) else "",
            "suggest": reverse("suggest", args=[record.slug]) if server else "",
        },
        "card": next_move_view(record.conversation, reading),
        "answered": desk_answered(record.conversation),
        "unread": reading.guidance is UNSET,
        "reasons": WHY,
        "name": record.slug,
        "language_model": server.host if server else "",
    }


def _record(user: User, name: str) -> Record:
    record = find_record(user, name)
    if record is None:
        raise Http404
    return record


def _is_known(rule: str) -> bool:
    return rule in playbook().rules
