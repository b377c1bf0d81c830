from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from django.http import HttpResponse
from django.test import Client

from calmdesk.web.accounts.models import Token
from calmdesk.web.accounts.tokens import make_token
from calmdesk.web.store.services import Stored
from tests.cast import Cast

HELPDESK = "https://helpdesk.test"


@dataclass
class Helpdesk:
    """A ticket system with a token of Amir's team, and the frame in which it shows panels; no cookie is ever kept."""

    token: Token
    bearer: str
    frame: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    def ask(self, name: str, agent: object = "amir", *, bearer: str = "") -> HttpResponse:
        return Client(headers={"Authorization": f"Bearer {bearer or self.bearer}"}).post(
            f"/api/conversations/{name}/panel-token", json.dumps({"agent": agent}), content_type="application/json"
        )

    def open(self, token: str) -> HttpResponse:
        return self.frame.get("/panel/", {"token": token})

    def carried(self, name: str, agent: str = "amir") -> str:
        """What an open panel sends in its header."""
        page = self.open(self.ask(name, agent).json()["token"])
        assert page.status_code == 200
        return attribute(page, "data-carried")

    def card(self, carried: str) -> HttpResponse:
        return self.frame.get("/panel/next-move/", headers={"X-Calmdesk-Panel": carried})

    def post(self, place: str, carried: str, **body: str) -> HttpResponse:
        return self.frame.post(f"/panel/{place}", body, headers={"X-Calmdesk-Panel": carried})


@pytest.fixture
def helpdesk(cast: Cast, settings: object) -> Helpdesk:
    settings.CALMDESK = dataclasses.replace(settings.CALMDESK, panel_origins=(HELPDESK,))
    bearer = make_token(cast.desk, "ticket system")
    return Helpdesk(Token.objects.get(name="ticket system"), bearer)


@pytest.fixture
def carried(helpdesk: Helpdesk, stored: Stored) -> str:
    return helpdesk.carried(stored.slug)


def attribute(page: HttpResponse, name: str) -> str:
    """The value of the one attribute of this name on the page."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value or "" for key, value in attrs if key == name)

    Reader().feed(page.content.decode())
    (value,) = found
    return value
