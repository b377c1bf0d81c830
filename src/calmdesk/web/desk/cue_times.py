"""When somebody's new cues of the last hour came: kept in their own browser for that hour, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from calmdesk.web.accounts.models import User
from calmdesk.web.design.notices import HOUR, within_hour

COOKIE = "calmdesk-cues"


def cue_times(request: HttpRequest, user: User) -> tuple[float, ...]:
    """The seconds at which they came; what was signed for somebody else, or not by us, is nothing."""
    text = request.get_signed_cookie(COOKIE, default="", salt=_salt(user), max_age=int(HOUR)) or ""
    return tuple(float(at) for at in text.split(".") if at)


def remember_cue(response: HttpResponse, user: User, earlier: Sequence[float], now: float) -> None:
    """Let the browser know of one more."""
    text = ".".join(str(int(at)) for at in (*within_hour(earlier, now), now))
    response.set_signed_cookie(
        COOKIE,
        text,
        salt=_salt(user),
        max_age=int(HOUR),
        httponly=True,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        samesite="Lax",
    )


def _salt(user: User) -> str:
    return f"{COOKIE} {user.pk}"
