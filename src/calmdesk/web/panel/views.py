"""`/panel/`: the page inside another page, and what it asks for.

Templates are drawn without the request: what they show depends on no cookie, they set none, and no form here needs
Django's token.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from calmdesk.web.desk.views import checked_draft, desk_context, unhelpful_said
from calmdesk.web.panel import passes
from calmdesk.web.panel.framed import framed, seated
from calmdesk.web.panel.seat import Seat, seat_of
from calmdesk.web.store import services
from calmdesk.web.store.unhelpful import undo_unhelpful


@framed
@require_safe
def panel(request: HttpRequest) -> HttpResponse:
    """`panel/page.html`: what the card needs, `agent`, `subject`, `carried` (the value for the header), `theme`;
    `panel/closed.html` where the token in the address opens nothing (any more).

    GET `token`, and `theme` (light, dark; otherwise as the system has it).
    """
    given = passes.that_opens(request.GET.get("token", ""))
    seat = seat_of(given)
    theme = request.GET.get("theme", "")
    context: dict[str, object] = {"theme": theme if theme in ("light", "dark") else ""}
    if given is None or seat is None:
        return HttpResponse(render_to_string("panel/closed.html", context), status=403)
    subject = seat.record.conversation.subject or "No subject"
    context |= {"agent": seat.agent, "subject": subject, "carried": passes.to_use(given), **_context(seat)}
    return HttpResponse(render_to_string("panel/page.html", context))


@framed
@require_safe
@seated
def next_move(request: HttpRequest, seat: Seat) -> HttpResponse:  # noqa: ARG001  a view is given it
    """`panel/card.html`: the card as it is now. The page asks every few seconds."""
    return _card(seat)


@framed
@require_POST
@seated
def draft(request: HttpRequest, seat: Seat) -> HttpResponse:
    """POST `text` and `internal`: the check in the wire form. Nothing of it is kept."""
    return checked_draft(request, seat.agent, seat.record)


@framed
@require_POST
@seated
def unhelpful(request: HttpRequest, seat: Seat) -> HttpResponse:
    """POST `rule` and `why`: it is not offered here again; the card with a way to take that back."""
    return _card(seat, undo=unhelpful_said(request, seat.agent, seat.record))


@framed
@require_POST
@seated
def undo(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:  # noqa: ARG001  a view is given it
    """Take back what this person called not helpful in this conversation."""
    if undo_unhelpful(pk, seat.agent, seat.record.pk) is None:
        raise Http404
    services.touch_conversation(seat.record.pk)
    return _card(seat)


def _card(seat: Seat, undo: int | None = None) -> HttpResponse:
    return HttpResponse(render_to_string("panel/card.html", _context(seat) | {"undo": undo}))


def _context(seat: Seat) -> dict[str, object]:
    """What the desk's own page shows, with the panel's addresses, and no links to messages that are not on it."""
    to = {"draft": reverse("panel-draft"), "unhelpful": reverse("panel-unhelpful")}
    return desk_context(seat.record, seat.agent) | {"to": to, "in_panel": True}
