"""The pages of the web app with hand-made values, for `tools.page_shots`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import path
from tests.web.design import examples

from calmdesk.web.design.inbox import CHANNEL_CHOICES, LOOK_CHOICES, grouped, inbox_row
from calmdesk.web.design.people import ROLE_CHOICES
from calmdesk.web.design.thread import thread_view


def _page(*_: Any, **__: Any) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("", _page, name="inbox"),
    path("c/<str:id>/", _page, name="thread"),
    path("c/<str:id>/fragment/", _page, name="thread-fragment"),
    path("c/<str:id>/events", _page, name="thread-events"),
    path("c/<str:id>/json", _page, name="thread-json"),
    path("c/<str:id>/role/", _page, name="role"),
    path("events", _page, name="inbox-events"),
    path("add/", _page, name="add"),
    path("quarantine/", _page, name="quarantine"),
    path("rules/", _page, name="rules"),
    path("rules/<str:rule>/", _page, name="rule"),
    path("silences/", _page, name="silences"),
    path("backtest/", _page, name="backtest"),
    path("health/", _page, name="health"),
    path("account/", _page, name="account"),
    path("sign-in/", _page, name="sign-in"),
    path("sign-out/", _page, name="sign-out"),
]

_USER = SimpleNamespace(is_authenticated=True, get_username="robin")
_MAY = {"read": True, "silence_desk": True, "mark": True, "see_machine": True}


def pages() -> Iterator[tuple[str, str]]:
    """Each page's name and its HTML."""
    for name, example in (
        ("thread", examples.HEATED),
        ("thread-card", examples.HEATED),
        ("thread-calm", examples.CALM),
        ("thread-call", examples.CALL),
        ("thread-german", examples.OTHER_LANGUAGE),
    ):
        view = thread_view(*example, examples.PLAYBOOK)
        yield name, _render("thread/page.html", thread=view, role_choices=ROLE_CHOICES, may_correct_roles=True)
    rows = [
        inbox_row(
            *example,
            examples.PLAYBOOK,
            id=example[0].id,
            moment=example[1].as_of,
            now=examples.OPENED + timedelta(hours=7),
        )
        for example in examples.ALL * 2
    ]
    for name, groups in (("inbox", grouped(rows)), ("inbox-empty", ())):
        yield (
            name,
            _render(
                "inbox/page.html", groups=groups, channel_choices=CHANNEL_CHOICES, look_choices=LOOK_CHOICES,
                teams=("Desk", "Network"), page={"pages": 1, "number": 1},
            ),
        )


def _render(template: str, **context: Any) -> str:
    return str(render_to_string(template, {"user": _USER, "may": _MAY, "here": "inbox", **context}))
