"""A reply goes out where the conversation came in, signed; what does not arrive is said, and the words are not lost."""

from __future__ import annotations

import base64
import dataclasses
import json
import logging
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client

from calmdesk.web.accounts.tokens import make_token
from calmdesk.web.outgoing.signing import signed_headers
from calmdesk.web.store.services import Stored
from tests.cast import Cast
from tests.web.conftest import wire

KEY = b"a key of twenty-four b.."
SignedIn = Callable[[AbstractUser], Client]


class TicketSystem:
    """Answers with `status`; `got` are the headers and bodies it was sent."""

    def __init__(self) -> None:
        self.status = 204
        self.got: list[tuple[dict[str, str], bytes]] = []
        system = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                system.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
                self.send_response(system.status)
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def tickets(settings: Any) -> Iterator[TicketSystem]:
    system = TicketSystem()
    url = f"http://127.0.0.1:{system.server.server_port}/hook"
    settings.CALMDESK = dataclasses.replace(settings.CALMDESK, webhook_url=url, webhook_secret=KEY)
    yield system
    system.close()


@pytest.fixture
def slug(cast: Cast) -> str:
    """A conversation that a program brought."""
    headers = {"Authorization": f"Bearer {make_token(cast.desk, 'tickets')}"}
    answer = Client(headers=headers).post("/api/conversations", wire(), content_type="application/json")
    return str(answer.json()["id"])


def test_a_reply_arrives_signed_with_who_wrote_it(
    cast: Cast, slug: str, tickets: TicketSystem, signed_in: SignedIn
) -> None:
    answer = signed_in(cast.amir).post(f"/c/{slug}/send/", {"text": "Hello Dana,\r\nit works."}).json()
    assert answer == {"sent": True, "problem": ""}
    ((headers, body),) = tickets.got
    told = json.loads(body)
    assert told["type"] == "reply.sent"
    assert told["data"] == {
        "conversation": "c1",
        "channel": "chat",
        "agent": "amir",
        "internal": False,
        "text": "Hello Dana,\nit works.",
    }
    assert (
        headers["webhook-signature"]
        == signed_headers(body, key=KEY, message_id=headers["webhook-id"], timestamp=int(headers["webhook-timestamp"]))[
            "webhook-signature"
        ]
    )


@pytest.mark.parametrize("status", [302, 400, 500])
def test_what_was_not_taken_is_said_and_no_other_address_is_asked(
    cast: Cast, slug: str, tickets: TicketSystem, signed_in: SignedIn, status: int
) -> None:
    tickets.status = status
    answer = signed_in(cast.amir).post(f"/c/{slug}/send/", {"text": "It works."}).json()
    assert not answer["sent"]
    assert f"answered {status}" in answer["problem"]
    assert "Your words are still here." in answer["problem"]
    assert len(tickets.got) == 1


def test_a_ticket_system_that_is_away_is_said_to_be(
    cast: Cast, slug: str, tickets: TicketSystem, signed_in: SignedIn
) -> None:
    tickets.close()
    answer = signed_in(cast.amir).post(f"/c/{slug}/send/", {"text": "It works."}).json()
    assert "cannot be reached" in answer["problem"]


def test_nothing_is_offered_where_the_conversation_came_another_way(
    cast: Cast, stored: Stored, tickets: TicketSystem, signed_in: SignedIn
) -> None:
    client = signed_in(cast.amir)
    assert b"Send the reply" not in client.get(f"/c/{stored.slug}/").content
    assert client.post(f"/c/{stored.slug}/send/", {"text": "It works."}).status_code == 404
    assert tickets.got == []


def test_nothing_is_offered_where_no_address_is_set(cast: Cast, slug: str, signed_in: SignedIn) -> None:
    client = signed_in(cast.amir)
    assert b"Send the reply" not in client.get(f"/c/{slug}/").content
    assert client.post(f"/c/{slug}/send/", {"text": "It works."}).status_code == 404


def test_an_outsider_sends_nothing(cast: Cast, slug: str, tickets: TicketSystem, signed_in: SignedIn) -> None:
    assert signed_in(cast.charlie).post(f"/c/{slug}/send/", {"text": "It works."}).status_code == 404
    assert tickets.got == []


def test_no_reply_reaches_a_log(
    cast: Cast, slug: str, tickets: TicketSystem, signed_in: SignedIn, caplog: pytest.LogCaptureFixture
) -> None:
    tickets.status = 500
    with caplog.at_level(logging.DEBUG, logger="calmdesk"):
        signed_in(cast.amir).post(f"/c/{slug}/send/", {"text": "Tell Wilhelmina."})
    assert "Wilhelmina" not in caplog.text


def test_the_key_is_shown_nowhere(settings: Any, tickets: TicketSystem) -> None:
    shown = repr(settings.CALMDESK) + repr(settings.CALMDESK.webhook)
    assert base64.b64encode(KEY).decode() not in shown
    assert str(KEY) not in shown
