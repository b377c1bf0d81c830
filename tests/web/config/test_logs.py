from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable

import pytest
from django.test import Client

from calmdesk.web.config.logs import JsonLines
from calmdesk.web.intake import services as intake
from tests.cast import Cast
from tests.web.conftest import conversation, wire

CANARY = "canary-7f3a"


@pytest.fixture
def written() -> object:
    """Everything that any logger writes during the test, as it would reach standard error."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.WARNING)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def test_no_message_text_subject_or_name_reaches_the_log(
    written: io.StringIO, cast: Cast, signed_in: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(cast.amir)
    secret = wire(
        "c9",
        subject=CANARY,
        participants=[{"id": "U1", "role": "requester", "name": CANARY}],
        messages=[{"id": "m1", "sender": "U1", "text": f"{CANARY} you idiots"}],
    )
    slug = client.post("/api/conversations", secret, content_type="application/json").json()["id"]
    for address in ("/", f"/c/{slug}/", f"/c/{slug}/fragment/", f"/c/{slug}/reading.json", f"/?search={CANARY}"):
        assert client.get(address).status_code == 200
    client.post("/api/conversations", f'{{"{CANARY}": 1}}', content_type="application/json")
    client.post("/add/", {"text": f'{{"calmdesk": 1, "id": {CANARY} }}'})
    client.post("/sign-in/", {"username": CANARY, "password": f"{CANARY}x"})

    def fail(*_: object, **__: object) -> None:
        raise ValueError(CANARY)

    monkeypatch.setattr(intake, "parser", fail)
    broken = Client(raise_request_exception=False)
    broken.force_login(cast.amir, backend="django.contrib.auth.backends.ModelBackend")
    answer = broken.post("/api/conversations", wire("c10", subject=CANARY), content_type="application/json")
    assert answer.status_code == 500
    assert CANARY not in answer.content.decode()
    text = written.getvalue()
    assert "ValueError" in text
    assert CANARY not in text


def test_each_line_is_json_with_time_level_and_constant_words(written: io.StringIO, cast: Cast) -> None:
    intake.receive(wire(), team=cast.desk, kind="wire")
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    received = next(line for line in lines if line["message"] == "received")
    assert received["logger"] == "calmdesk.web.intake.services"
    assert (received["level"], received["count"], received["state"]) == ("info", 1, "stored")


def test_values_show_who_they_are_and_never_what_was_said() -> None:
    said = conversation(subject=CANARY, messages=[{"id": "m1", "sender": "U1", "text": CANARY}])
    assert CANARY not in repr(said)
    assert CANARY not in repr(said.messages)
