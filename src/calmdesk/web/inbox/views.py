"""The inbox and the thread."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import get_current_timezone
from django.views.decorators.http import require_POST, require_safe

from calmdesk.conversation import Channel, Role, to_json
from calmdesk.errors import BadInput
from calmdesk.web.accounts.access import may_correct_role, may_read_conversations, teams_for
from calmdesk.web.accounts.models import User
from calmdesk.web.accounts.request import is_part, person
from calmdesk.web.design.boundaries import ladder_view
from calmdesk.web.design.inbox import CHANNEL_CHOICES, LOOK_CHOICES
from calmdesk.web.design.people import ROLE_CHOICES
from calmdesk.web.design.thread import thread_view
from calmdesk.web.desk.views import desk_context
from calmdesk.web.inbox.rows import Filters, inbox_of
from calmdesk.web.readings import playbook, reading_of
from calmdesk.web.readings.utf16 import with_utf16
from calmdesk.web.silences.views import silenced_line
from calmdesk.web.store import selectors, services
from calmdesk.web.store.records import Record


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """`inbox/page.html` (`inbox/fragment.html` for htmx): `groups` (InboxGroup), `page` (number, pages, total), the
    filters `search`, `channel`, `look`, `team`, `whose` ("mine" or "all"), and `channel_choices`, `look_choices`,
    `teams`; `quiet` where none of one's own needs anything now.

    A person whose role has no conversations is led to their account.
    """
    user = person(request)
    if not may_read_conversations(user):
        return redirect("account")
    teams = tuple(team.name for team in teams_for(user))
    chosen = Filters(
        search=request.GET.get("search", "")[:200].strip(),
        channel=_one_of(request.GET.get("channel", ""), set(Channel)),
        look=_one_of(request.GET.get("look", ""), {name for name, _ in LOOK_CHOICES}),
        team=_one_of(request.GET.get("team", ""), set(teams)),
        whose=_one_of(request.GET.get("whose", ""), {"mine", "all"}),
        page=_page_number(request),
    )
    found = inbox_of(user, chosen)
    context = {
        "groups": found.groups,
        "page": found.page,
        "whose": found.whose,
        "quiet": found.quiet,
        "search": chosen.search,
        "channel": chosen.channel,
        "look": chosen.look,
        "team": chosen.team,
        "channel_choices": CHANNEL_CHOICES,
        "look_choices": LOOK_CHOICES,
        "teams": teams,
    }
    return render(request, "inbox/fragment.html" if is_part(request) else "inbox/page.html", context)


@require_safe
def thread(request: HttpRequest, name: str) -> HttpResponse:
    """`thread/page.html`: see `thread_context`."""
    record, user = _record_and_person(request, name)
    return render(request, "thread/page.html", thread_context(record, user))


@require_safe
def fragment(request: HttpRequest, name: str) -> HttpResponse:
    """`thread/fragment.html`, the part of the thread that moves: the same context. The header names the version."""
    record, user = _record_and_person(request, name)
    response = render(request, "thread/fragment.html", thread_context(record, user))
    response.headers["X-Calmdesk-Version"] = str(record.version)
    return response


@require_safe
def reading_json(request: HttpRequest, name: str) -> HttpResponse:
    """The reading in the wire form, with UTF-16 offsets beside the code points."""
    record, user = _record_and_person(request, name)
    body = to_json(with_utf16(reading_of(record, user), record.conversation))
    return HttpResponse(body, content_type="application/json")


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
    return render(request, "parts/notices.html") if is_part(request) else redirect("thread", name=record.slug)


def thread_context(record: Record, user: User) -> dict[str, Any]:
    """`thread` (ThreadView; its `id` is the slug), `version`, `silenced` (rule, title, scope_word, undo),
    `role_choices`, `may_correct_roles`, and what `desk_context` gives.
    """
    reading, zone = reading_of(record, user), get_current_timezone()
    view = thread_view(record.conversation, reading, playbook(), zone=zone)
    return {
        # A conversation's own id may hold anything; in addresses it goes by its slug.
        "thread": msgspec.structs.replace(view, id=record.slug),
        "ladder": ladder_view(record.conversation, reading, playbook(), now=timezone.now(), zone=zone),
        "version": record.version,
        "silenced": [silenced_line(item, user) for item in selectors.silence_list(user, record.pk)],
        "role_choices": ROLE_CHOICES,
        "may_correct_roles": may_correct_role(user),
        **desk_context(record, user),
    }


def _record_and_person(request: HttpRequest, name: str) -> tuple[Record, User]:
    user = person(request)
    record = selectors.find_record(user, name)
    if record is None:
        raise Http404
    return record, user


def _one_of(wanted: str, allowed: Collection[str]) -> str:
    return wanted if wanted in allowed else ""


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    return int(text[:6]) if text.isascii() and text.isdigit() else 1
