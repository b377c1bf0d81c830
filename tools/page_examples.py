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

from calmdesk.playbook import load_playbook
from calmdesk.web.design.inbox import CHANNEL_CHOICES, LOOK_CHOICES, grouped, inbox_row
from calmdesk.web.design.people import ROLE_CHOICES
from calmdesk.web.design.rule_list import rule_list
from calmdesk.web.design.rule_page import rule_page
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
    path("quarantine/<int:pk>/retry/", _page, name="retry"),
    path("quarantine/<int:pk>/original/", _page, name="original"),
    path("account/password/", _page, name="password"),
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

PLAYBOOK = load_playbook()
_USER = SimpleNamespace(
    is_authenticated=True, get_username="robin", get_full_name="Robin Vale", get_role_display="desk manager"
)
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
            slug=example[0].id,
            moment=example[1].as_of,
            now=examples.OPENED + timedelta(hours=7),
        )
        for example in examples.ALL * 2
    ]
    for name, groups in (("inbox", grouped(rows)), ("inbox-empty", ())):
        yield (
            name,
            _render(
                "inbox/page.html",
                groups=groups,
                channel_choices=CHANNEL_CHOICES,
                look_choices=LOOK_CHOICES,
                teams=("Desk", "Network"),
                page={"pages": 1, "number": 1},
            ),
        )
    yield "rules", _render("rules/page.html", sections=rule_list(PLAYBOOK, {"brings_up_last_time"}), here="rules")
    yield (
        "rule",
        _render(
            "rules/rule.html",
            rule=rule_page(PLAYBOOK.signs["brings_up_last_time"], PLAYBOOK),
            may_silence=("me", "desk"),
            here="rules",
        ),
    )
    problem = {
        "where": "$.messages[3].sender",
        "problem": "sender 'A9' is not among the participants",
        "remedy": "Add that participant, or correct the sender.",
    }
    yield (
        "add",
        _render(
            "add/page.html", limit_mb=50, teams=({"pk": 1, "name": "Desk"}, {"pk": 2, "name": "Network"}), here="add"
        ),
    )
    yield (
        "add-problem",
        _render("add/page.html", limit_mb=50, problems=[problem], text="Dana I cannot log in", here="add"),
    )
    aside = {
        "pk": 1,
        "name": "export-march.json",
        "team": "Desk",
        "size": 48_213,
        "received_at": examples.OPENED,
        "attempts": 2,
        "problems": [problem],
    }
    yield "quarantine", _render("quarantine/page.html", items=[aside, aside | {"name": ""}], here="quarantine")
    yield "quarantine-empty", _render("quarantine/page.html", items=[], here="quarantine")
    silence = SimpleNamespace(
        rule="brings_up_last_time",
        scope="desk",
        created_by="robin",
        created_at=examples.OPENED,
        expires_at=examples.OPENED + timedelta(days=90),
        slug="c1",
        subject="VPN drops",
    )
    hidden = [SimpleNamespace(slug="c1", subject="VPN drops", finding=examples.HEATED[1].findings[1])]
    item = {"silence": silence, "sign": PLAYBOOK.signs["brings_up_last_time"], "undo": "/undo", "hidden": hidden}
    mine = item | {"silence": SimpleNamespace(**vars(silence) | {"scope": "me"}), "hidden": ()}
    yield "silences", _render("silences/page.html", items=[item, mine], here="silences")
    form = SimpleNamespace(
        non_field_errors=["That name and password do not fit together."],
        username=SimpleNamespace(value="robin", errors=""),
        password=SimpleNamespace(errors=""),
    )
    yield "sign-in", _render("sign_in/page.html", form=form, user=SimpleNamespace(is_authenticated=False), next="/")
    yield "account", _render("account/page.html", teams=({"name": "Desk"},), here="account")
    yield (
        "health",
        _render(
            "health/page.html",
            ok=True,
            rows=(("version", "0.1.0"), ("database", "sqlite"), ("free disk mb", 48_000)),
            warnings=["SQLite 3.40.1 can damage a database in WAL mode."],
            here="health",
        ),
    )
    yield "not-here", _render("404.html")
    yield "broken", _render("500.html")


def _render(template: str, **context: Any) -> str:
    return str(render_to_string(template, {"user": _USER, "may": _MAY, "here": "inbox", **context}))
