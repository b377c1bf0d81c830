"""What the server may answer, and what becomes of anything else."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import pytest

from calmdesk.web.suggest.server import ask
from calmdesk.web.suggest.values import NoAnswer, Refused
from tests.web.suggest.conftest import KEY, server_of
from tests.web.suggest.fake_model import Behaviour, FakeModel, completion, drips, says, sends

Start = Callable[[Behaviour], FakeModel]
BODY = {"model": "small", "messages": []}


def test_the_words_come_back_and_the_key_goes_as_a_bearer(model: Start) -> None:
    fake = model(says("So you are locked out."))
    assert ask(server_of(fake), BODY) == "So you are locked out."
    assert fake.asked[0]["path"] == "/v1/chat/completions"
    assert fake.headers[0]["Authorization"] == f"Bearer {KEY}"


CHOICE = completion("So you are locked out.")["choices"][0]
CALL = [{"id": "1", "type": "function", "function": {"name": "reset_password", "arguments": "{}"}}]


@pytest.mark.parametrize(
    ("behaviour", "error", "why"),
    [
        (sends(b'{"error": "no such model"}', 500), NoAnswer, "its server answered 500"),
        (sends(b"", 204), NoAnswer, "its server answered 204"),
        (sends(b""), NoAnswer, "was not a chat completion"),
        (sends(b"<html>hello</html>"), NoAnswer, "was not a chat completion"),
        (sends(b'{"choices": []}'), NoAnswer, "was not a chat completion"),
        (sends(b'{"choices": [{"message": {"content": ["a"]}}]}'), NoAnswer, "was not a chat completion"),
        (sends(b'{"choices": ' + b"[" * 30_000), NoAnswer, "was not a chat completion"),
        (sends(b'{"choices": [{"message": {"content": "\xff"}}]}'), NoAnswer, "was not a chat completion"),
        (sends(json.dumps({"choices": [CHOICE, CHOICE]}).encode()), NoAnswer, "was not a chat completion"),
        (sends(b" " * 10_000_000), NoAnswer, "it was too large"),
        (says("x" * 10_000_000), NoAnswer, "it was too large"),
        (says(None, tool_calls=CALL), Refused, "it wanted to use tools"),
        (says("Fine.", tool_calls=CALL), Refused, "it wanted to use tools"),
        (says("Fine.", function_call={"name": "x"}), Refused, "it wanted to use tools"),
        (
            sends(json.dumps({"choices": [CHOICE | {"finish_reason": "length"}]}).encode()),
            Refused,
            "ended in the middle",
        ),
    ],
)
def test_anything_else_ends_in_one_sentence(
    model: Start, behaviour: Behaviour, error: type[Exception], why: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(error) as raised:
        ask(server_of(model(behaviour)), BODY)
    sentence = str(raised.value)
    assert why in sentence
    assert sentence.count(".") == 1
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []


@pytest.mark.parametrize("in_headers", [True, False])
def test_a_server_that_sends_byte_after_byte_is_left(model: Start, in_headers: bool) -> None:
    with pytest.raises(NoAnswer, match="longer than the 1 s"):
        ask(server_of(model(drips(0.05, in_headers=in_headers)), seconds=1), BODY)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_is_followed(model: Start, status: int) -> None:
    elsewhere = model(says("Hello."))
    fake = model(sends(b"", status, Location=f"{elsewhere.url}/chat/completions"))
    with pytest.raises(NoAnswer, match="points to another address"):
        ask(server_of(fake), BODY)
    assert elsewhere.asked == []


def test_a_proxy_of_the_machine_is_not_asked(model: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = model(says("From the proxy."))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    assert ask(server_of(model(says("Direct."))), BODY) == "Direct."
    assert proxy.asked == []


def test_a_server_that_is_not_there_is_said_so() -> None:
    with pytest.raises(NoAnswer, match="cannot be reached"):
        ask(server_of(FakeModel(says(""), port=1)), BODY)


def test_packed_bytes_are_not_asked_for_and_not_unpacked(model: Start) -> None:
    import gzip

    fake = model(sends(gzip.compress(json.dumps(completion("Fine.")).encode()), Content_Encoding="gzip"))
    with pytest.raises(NoAnswer, match="was not a chat completion"):
        ask(server_of(fake), BODY)
    assert fake.headers[0]["Accept-Encoding"] == "identity"


def test_only_a_few_ask_at_once(model: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import BoundedSemaphore

    from calmdesk.web.suggest import server

    busy = BoundedSemaphore(1)
    monkeypatch.setattr(server, "_at_once", busy)
    fake = model(says("Fine."))
    with busy, pytest.raises(NoAnswer, match="others are asking"):
        ask(server_of(fake), BODY)
    assert ask(server_of(fake), BODY) == "Fine."
