"""Adding a conversation by hand, and what was set aside."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from calmdesk.errors import BadInput
from calmdesk.web.accounts.access import may_read_conversations, teams_for
from calmdesk.web.accounts.models import Team, User
from calmdesk.web.accounts.request import person
from calmdesk.web.intake import services
from calmdesk.web.intake.disk import DiskNearlyFull
from calmdesk.web.store import selectors

_FULL = "The disk is nearly full, so nothing was taken in. Free some space and add it again."


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`add/page.html`: `teams`, `problems` (BadInput), `text` and `agents` (as given, after a mistake), `limit_mb`.

    POST `text` or files under `file`, `agents` (names and addresses of the desk's people, separated by commas) and
    `team` (id, where there is more than one). Leads to the thread where exactly
    one conversation came of it, else to the inbox.
    """
    user = person(request)
    teams = tuple(teams_for(user))
    if not may_read_conversations(user) or not teams:
        raise Http404
    if request.method != "POST":
        return _form(request, teams)
    team = _chosen(teams, request.POST.get("team", ""))
    handed_in = [(file.name or "", file.read()) for file in request.FILES.getlist("file")]
    if request.POST.get("text", "").strip():
        handed_in.append(("", request.POST["text"].encode("utf-8", "replace")))
    if not handed_in:
        return _form(request, teams, [BadInput("nothing was added", remedy="Paste a conversation or choose a file.")])
    return _received(request, teams, team, handed_in, user)


@require_safe
def quarantine(request: HttpRequest) -> HttpResponse:
    """`quarantine/page.html`: `items` (SetAside: pk, name, team, size, received_at, attempts, problems with place)."""
    user = person(request)
    if not may_read_conversations(user):
        raise Http404
    return render(request, "quarantine/page.html", {"items": selectors.quarantine_list(user)})


@require_safe
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes as they arrived, to be saved, never shown."""
    found = selectors.original(person(request), pk)
    if found is None:
        raise Http404
    name, data = found
    response = HttpResponse(data, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = content_disposition_header(True, name.rpartition("/")[2] or "pasted.txt")
    return response


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Read what was set aside once more."""
    if selectors.find_set_aside(person(request), pk) is None:
        raise Http404
    result = services.process(pk)
    if result.problems:
        messages.error(request, f"Still not readable: {result.problems[0].sentence()}")
    else:
        messages.success(request, "It could be read now.")
    return redirect("quarantine")


def _received(
    request: HttpRequest, teams: tuple[Team, ...], team: Team, handed_in: list[tuple[str, bytes]], user: User
) -> HttpResponse:
    problems: list[BadInput] = []
    slugs: list[str] = []
    for name, data in handed_in:
        try:
            result = services.receive(
                data, team=team, kind="file", name=name, user=user, agents=request.POST.get("agents", "")[:500]
            )
        except DiskNearlyFull:
            return _form(request, teams, [BadInput(_FULL)], status=503)
        except BadInput as problem:
            problems.append(_named(problem, name))
            continue
        problems += [_named(problem, name) for problem in result.problems]
        slugs += [stored.slug for stored in result.stored]
        if result.is_duplicate:
            messages.info(request, "This was here already; nothing was doubled.")
    visible = [slug for slug in dict.fromkeys(slugs) if selectors.find_record(user, slug)]
    if problems and not slugs:
        return _form(request, teams, problems, status=422)
    for shown in problems[:10]:
        messages.error(request, shown.sentence())
    if len(visible) == 1:
        return redirect("thread", name=visible[0])
    messages.success(request, f"{len(slugs)} conversations were added.")
    return redirect("inbox")


def _form(
    request: HttpRequest, teams: tuple[Team, ...], problems: list[BadInput] | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "teams": teams,
        "problems": problems or [],
        "text": request.POST.get("text", ""),
        "agents": request.POST.get("agents", "")[:500],
        "limit_mb": settings.CALMDESK.upload_mb,
    }
    return render(request, "add/page.html", context, status=status)


def _chosen(teams: tuple[Team, ...], wanted: str) -> Team:
    if not wanted:
        return teams[0]
    team = next((team for team in teams if str(team.pk) == wanted), None)
    if team is None:
        raise Http404
    return team


def _named(problem: BadInput, name: str) -> BadInput:
    where = ", ".join(part for part in (name, problem.where) if part)
    return BadInput(problem.problem, where=where, remedy=problem.remedy)
