"""What sets the panel's answers apart: some pages may frame them, and no cookie opens them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from csp.constants import NONE
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from calmdesk.web.panel.passes import that_is_used
from calmdesk.web.panel.seat import Seat, seat_of

HEADER = "X-Calmdesk-Panel"
_Given = ParamSpec("_Given")
_View = Callable[Concatenate[HttpRequest, _Given], HttpResponse]
_SeatedView = Callable[Concatenate[HttpRequest, Seat, _Given], HttpResponse]


def framed(view: _View[_Given]) -> _View[_Given]:
    """`view`, to be shown inside the pages of `CALMDESK_PANEL_ORIGINS` and nowhere else."""

    @csrf_exempt  # Django guards what a cookie opens; nothing here is opened by one.
    @login_not_required
    @wraps(view)
    def shown(request: HttpRequest, /, *args: _Given.args, **more: _Given.kwargs) -> HttpResponse:
        try:
            answer = view(request, *args, **more)
        except Http404:
            # The usual page for it has the desk's frame around it.
            answer = HttpResponse(status=404)
        origins = settings.CALMDESK.panel_origins
        answer._csp_replace = {"frame-ancestors": list(origins) or [NONE]}  # type: ignore[attr-defined]
        # That header knows no list; the policy says the same to every browser of today.
        answer.xframe_options_exempt = bool(origins)
        answer.headers["Referrer-Policy"] = "no-referrer"
        return answer

    return shown


def seated(view: _SeatedView[_Given]) -> _View[_Given]:
    """`view` for whoever brings the panel's value in its header; 403 for everybody else, signed in or not."""

    @wraps(view)
    def shown(request: HttpRequest, /, *args: _Given.args, **more: _Given.kwargs) -> HttpResponse:
        seat = seat_of(that_is_used(request.headers.get(HEADER, "")))
        if seat is None:
            return HttpResponse(status=403)
        return view(request, seat, *args, **more)

    return shown
