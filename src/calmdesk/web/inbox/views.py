"""The inbox and the thread."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from calmdesk.conversation import Channel, Role
from calmdesk.errors import BadInput
from calmdesk.web.accounts.access import may_correct_role, may_read_conversations, may_silence
from calmdesk.web.accounts.models import User
from calmdesk.web.accounts.request import person
from calmdesk.web.readings import playbook, reading_of
from calmdesk.web.store import selectors, services
from calmdesk.web.store.records import Record


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """`inbox/inbox.html` (`inbox/_rows.html` for htmx): `rows`, `page`, `channel`, `channels`, `search`.

    Each row has `record` (slug, version, team, assignee, last_activity_at, conversation) and `reading`. A person whose
    role has no conversations is led to their account.
    """
    user = person(request)
    if not may_read_conversations(user):
        return redirect("account")
    channel = request.GET.get("channel", "")
    search = request.GET.get("search", "")[:200]
    page = selectors.inbox_page(
        user,
        number=_page_number(request),
        channel=channel if channel in set(Channel) else "",
        search=search,
    )
    rows = [{"record": record, "reading": reading_of(record, user)} for record in page.records]
    context = {
        "rows": rows,
        "page": page,
        "channel": channel,
        "channels": tuple(Channel),
        "search": search,
        "playbook": playbook(),
    }
    return render(request, "inbox/_rows.html" if _is_part(request) else "inbox/inbox.html", context)


@require_safe
def thread(request: HttpRequest, name: str) -> HttpResponse:
    """`inbox/thread.html`: see `thread_context`."""
    record, user = _record_and_person(request, name)
    return render(request, "inbox/thread.html", thread_context(record, user))


@require_safe
def fragment(request: HttpRequest, name: str) -> HttpResponse:
    """`inbox/_thread.html`, the part of the thread that moves: the same context. The header names the version."""
    record, user = _record_and_person(request, name)
    response = render(request, "inbox/_thread.html", thread_context(record, user))
    response.headers["X-Calmdesk-Version"] = str(record.version)
    return response


@require_POST
def correct_role(request: HttpRequest, name: str) -> HttpResponse:
    """POST `participant` (id) and `role`; back to the thread."""
    record, user = _record_and_person(request, name)
    role = request.POST.get("role", "")
    if not may_correct_role(user) or role not in set(Role):
        raise Http404
    try:
        services.correct_role(record.pk, request.POST.get("participant", ""), Role(role), user)
    except BadInput as problem:
        messages.error(request, problem.sentence())
    return redirect("thread", name=record.slug)


def thread_context(record: Record, user: User) -> dict[str, Any]:
    """`record`, `conversation`, `reading`, `playbook`, `silences` (active here), `roles`, `may_correct_role`,
    `may_silence_desk`.
    """
    return {
        "record": record,
        "conversation": record.conversation,
        "reading": reading_of(record, user),
        "playbook": playbook(),
        "silences": selectors.silence_list(user, record.pk),
        "roles": tuple(Role),
        "may_correct_role": may_correct_role(user),
        "may_silence_desk": may_silence(user, "desk", is_conduct=False),
    }


def _record_and_person(request: HttpRequest, name: str) -> tuple[Record, User]:
    user = person(request)
    record = selectors.find_record(user, name)
    if record is None:
        raise Http404
    return record, user


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    return int(text[:6]) if text.isascii() and text.isdigit() else 1


def _is_part(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))
