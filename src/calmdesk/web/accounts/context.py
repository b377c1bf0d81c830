"""What every template may ask about the person who looks."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from calmdesk.web.accounts import access

UNDO = "undo"


def permissions(request: HttpRequest) -> dict[str, object]:
    """`may`: what to offer; the views decide. `undo`: `action` and `words`, once, after something was done.
    `here`: the first part of the page's name.
    """
    user = getattr(request, "user", None)
    return {
        "may": {
            "read": access.may_read_conversations(user),
            "silence_desk": access.may_silence(user, "desk", is_conduct=False),
            "mark": access.may_mark(user),
            "see_machine": access.may_see_machine(user),
            "manage_people": access.may_manage_people(user),
        },
        # Taken out of the session when a page shows it, not when some fragment is drawn meanwhile.
        "undo": SimpleLazyObject(lambda: request.session.pop(UNDO, None)),
        "here": _page_name(request),
    }


def offer_undo(request: HttpRequest, action: str, words: str) -> None:
    """Let the next page offer to take something back, by a POST to `action`."""
    request.session[UNDO] = {"action": action, "words": words}


def _page_name(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.url_name or "").partition("-")[0] if match else ""
