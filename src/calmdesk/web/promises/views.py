"""The ledger: what is promised, what is due, a time where the words left it open, and handing over."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from calmdesk.promises import State, as_calendar
from calmdesk.web.accounts.access import may_read_conversations
from calmdesk.web.accounts.models import User
from calmdesk.web.accounts.notices import notices_of
from calmdesk.web.accounts.request import person
from calmdesk.web.design.ledger import PromiseLine, ledger_groups, promise_line
from calmdesk.web.design.notices import is_quiet
from calmdesk.web.design.title import title_of
from calmdesk.web.promises.services import Kept, colleagues, find_kept, promises_of
from calmdesk.web.store import services as store
from calmdesk.web.store.promise_notes import give_to, settle_time

_PRESSING = frozenset({"ask", "due", "after"})


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """`promises/page.html`: `groups` (LedgerGroup), `whose` ("mine" or "all"), `open_count`, `colleagues`."""
    user, now = _reader(request), timezone.now()
    whose = "all" if request.GET.get("whose") == "all" else "mine"
    found = promises_of(user, now)
    shown = [kept for kept in found if whose == "all" or kept.mine]
    mine = [kept for kept in found if kept.mine and _is_unfinished(kept)]
    context = {
        "groups": ledger_groups(_line(kept, now) for kept in shown),
        "whose": whose,
        "others": len(found) - sum(kept.mine for kept in found),
        "open_count": len(mine),
        "colleagues": colleagues(user, mine[0].record) if mine else [],
    }
    return render(request, "promises/page.html", context)


@require_safe
def pressing(request: HttpRequest) -> HttpResponse:
    """How many of one's own promises need something now, for the bar at the top: `{"count", "words"}`.

    In their quiet hours, or without reminders, it is none, with `"quiet": true`.
    """
    user, now = _reader(request), timezone.now()
    if is_quiet(notices_of(user), timezone.localtime(now)):
        return JsonResponse({"count": 0, "words": "Reminders are quiet, as you set it.", "quiet": True})
    lines = [_line(kept, now) for kept in promises_of(user, now) if kept.mine]
    due = [line for line in lines if line.state in _PRESSING]
    return JsonResponse({"count": len(due), "words": f"{due[0].state_word}: {due[0].subject}" if due else ""})


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """One's own open promises as a calendar file."""
    user, now = _reader(request), timezone.now()
    mine = [kept for kept in promises_of(user, now) if kept.mine]
    titles = {kept.promise.conversation: title_of(kept.record.conversation) for kept in mine}
    text = as_calendar([kept.promise for kept in mine], titles=titles)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="promises.ics"'
    return response


@require_POST
def settle(request: HttpRequest) -> HttpResponse:
    """POST `promise` and `due`: which of the times that its words allow is meant."""
    user = _reader(request)
    kept = _kept(request, user)
    try:
        due = datetime.fromisoformat(request.POST.get("due", ""))
    except ValueError:
        raise Http404 from None
    if due.tzinfo is None:
        due = timezone.make_aware(due, timezone.get_current_timezone())
    if kept.promise.said_at is not None and due < kept.promise.said_at:
        messages.error(request, "That time is before the promise was made. Choose a later one.")
        return _back(request)
    settle_time(kept.record.pk, kept.promise.key, due, user)
    store.touch_conversation(kept.record.pk)
    return _back(request)


@require_POST
def hand_over(request: HttpRequest) -> HttpResponse:
    """POST `to` (a colleague) and `promise`, or none for all of one's own that are unfinished."""
    user, now = _reader(request), timezone.now()
    chosen = [_kept(request, user)] if request.POST.get("promise") else []
    chosen = chosen or [kept for kept in promises_of(user, now) if kept.mine and _is_unfinished(kept)]
    given, to = 0, None
    for kept in chosen:
        to = next((one for one in colleagues(user, kept.record) if str(one.pk) == request.POST.get("to")), None)
        if to is not None:
            give_to(kept.record.pk, kept.promise.key, to, user)
            store.touch_conversation(kept.record.pk)
            given += 1
    if not given:
        raise Http404
    left = len(chosen) - given
    stays = f" {left} stay with you: {to} is not of their team." if left else ""
    messages.success(request, f"{given} promise{'' if given == 1 else 's'} handed over to {to}.{stays}")
    return _back(request)


def _reader(request: HttpRequest) -> User:
    user = person(request)
    if not may_read_conversations(user):
        raise Http404
    return user


def _back(request: HttpRequest) -> HttpResponse:
    """To the list that the person was looking at."""
    return redirect(f"{reverse('promises')}?whose={'all' if request.POST.get('whose') == 'all' else 'mine'}")


def _kept(request: HttpRequest, user: User) -> Kept:
    kept = find_kept(user, request.POST.get("promise", ""), timezone.now())
    if kept is None:
        raise Http404
    return kept


def _is_unfinished(kept: Kept) -> bool:
    return kept.promise.state in (State.OPEN, State.BROKEN)


def _line(kept: Kept, now: datetime) -> PromiseLine:
    return promise_line(
        kept.record.conversation,
        kept.promise,
        address=kept.address,
        slug=kept.record.slug,
        mine=kept.mine,
        now=now,
        zone=timezone.get_current_timezone(),
    )
