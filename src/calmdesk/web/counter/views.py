"""In person: start a visit, tap what happens, take the last tap back, close it."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import get_current_timezone
from django.views.decorators.http import require_http_methods, require_POST

from calmdesk.errors import BadInput
from calmdesk.web.accounts.access import may_add_to, may_note_visits, teams_for
from calmdesk.web.accounts.models import Team, User
from calmdesk.web.accounts.request import person
from calmdesk.web.counter import visits
from calmdesk.web.design.counter import Tap
from calmdesk.web.design.visit import TAP_CHOICES, visit_view
from calmdesk.web.intake.disk import DiskNearlyFull
from calmdesk.web.readings import playbook, reading_of
from calmdesk.web.store.records import Record

_LINE, _WORDS, _ONCE = 120, 500, 16
_NOT_KEPT = "Nothing was kept: the disk is nearly full. Free some space and tap again."


@require_http_methods(["GET", "HEAD", "POST"])
def in_person(request: HttpRequest) -> HttpResponse:
    """`counter/page.html`: `visits` (Record, open ones), `teams`. POST `name`, `subject`, `team` (id): a new visit."""
    user = person(request)
    teams = tuple(teams_for(user))
    if not may_note_visits(user) or not teams:
        raise Http404
    if request.method != "POST":
        return render(request, "counter/page.html", {"visits": visits.open_visits(user), "teams": teams})
    team = _chosen(teams, request.POST.get("team", ""))
    try:
        slug = visits.open_visit(user, team, name=_line(request, "name"), subject=_line(request, "subject"))
    except DiskNearlyFull:
        messages.error(request, _NOT_KEPT)
        return redirect("visits")
    return redirect("visit", name=slug)


@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest, name: str) -> HttpResponse:
    """`counter/visit.html`: `visit` (VisitView), `taps`, `once`, `name`. A visit that was closed leads to its thread.

    POST `tap` (or none), `words` (theirs), `once` (as drawn).
    """
    record, user = _record_and_person(request, name)
    if not visits.is_open(record):
        return redirect("thread", name=record.slug)
    if request.method != "POST":
        return _page(request, record, user)
    wanted = request.POST.get("tap", "")
    if wanted and wanted not in set(Tap):
        raise Http404
    try:
        visits.note(record, user, Tap(wanted) if wanted else None, _line(request, "words", _WORDS), _once(request))
    except DiskNearlyFull:
        messages.error(request, _NOT_KEPT)
    except BadInput as problem:
        messages.error(request, problem.sentence())
    return redirect("visit", name=record.slug)


@require_POST
def undo(request: HttpRequest, name: str) -> HttpResponse:
    """The last tap never was."""
    record, _ = _record_and_person(request, name)
    if visits.is_open(record) and not visits.take_back(record):
        messages.info(request, "There is nothing to take back.")
    return redirect("visit", name=record.slug)


@require_POST
def close(request: HttpRequest, name: str) -> HttpResponse:
    """They have gone; ready for the next one."""
    record, _ = _record_and_person(request, name)
    visits.close(record)
    read_it = format_html('<a href="{}">Read it</a>', reverse("thread", args=[record.slug]))
    messages.success(request, format_html("The visit is closed. {}", read_it))
    return redirect("visits")


def _page(request: HttpRequest, record: Record, user: User) -> HttpResponse:
    view = visit_view(record.conversation, reading_of(record, user), playbook(), zone=get_current_timezone())
    context = {"visit": view, "taps": TAP_CHOICES, "once": secrets.token_hex(_ONCE // 2), "name": record.slug}
    return render(request, "counter/visit.html", context)


def _record_and_person(request: HttpRequest, name: str) -> tuple[Record, User]:
    user = person(request)
    record = visits.find_visit(user, name)
    if record is None or not may_note_visits(user) or not may_add_to(user, Team.objects.get(name=record.team)):
        raise Http404
    return record, user


def _chosen(teams: tuple[Team, ...], wanted: str) -> Team:
    if not wanted:
        return teams[0]
    team = next((team for team in teams if str(team.pk) == wanted), None)
    if team is None:
        raise Http404
    return team


def _line(request: HttpRequest, field: str, longest: int = _LINE) -> str:
    return " ".join(request.POST.get(field, "").replace("\0", "").split())[:longest]


def _once(request: HttpRequest) -> str:
    """The mark of the drawn page; a made-up one of another shape is as good as none."""
    given = request.POST.get("once", "")
    is_ours = len(given) == _ONCE and given.isascii() and given.isalnum()
    return given if is_ours else secrets.token_hex(_ONCE // 2)
