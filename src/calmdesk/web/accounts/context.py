"""What every template may ask about the person who looks."""

from __future__ import annotations

from django.http import HttpRequest

from calmdesk.web.accounts import access


def permissions(request: HttpRequest) -> dict[str, object]:
    """`may`: what to offer in the navigation. Offering is a courtesy; the views decide."""
    user = getattr(request, "user", None)
    return {
        "may": {
            "read": access.may_read_conversations(user),
            "silence_desk": access.may_silence(user, "desk", is_conduct=False),
            "mark": access.may_mark(user),
            "see_machine": access.may_see_machine(user),
            "manage_people": access.may_manage_people(user),
        }
    }
