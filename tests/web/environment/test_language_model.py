"""Where the words of people may be sent is decided at the start, and a key is never shown."""

from __future__ import annotations

import logging

import pytest

from calmdesk.errors import BadSetting
from calmdesk.web.environment.variables import Environment, read_environment


def settings(url: str, **more: str) -> Environment:
    given = {"URL": url, "MODEL": "small"} | more
    return read_environment({f"CALMDESK_LLM_{name}": value for name, value in given.items()})


def test_there_is_none_unless_it_is_set_up() -> None:
    assert read_environment({}).language_model is None
    assert read_environment({"CALMDESK_LLM_MODEL": "small", "CALMDESK_LLM_KEY": "k"}).language_model is None


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:11434/v1",
        "http://[::1]:8000/v1",
        "http://localhost/v1",
        "http://ollama:11434/v1",
        "http://10.1.2.3/v1",
        "http://192.168.4.5:8080/v1",
        "http://[fd00::1]/v1",
        "http://models.desk.internal/v1",
        "https://models.desk.example/v1",
    ],
)
def test_a_server_of_the_desks_own_is_taken(url: str) -> None:
    for given in (url, f"{url}/", f"{url}/chat/completions"):
        server = settings(given).language_model
        assert server is not None
        assert server.url == url
        assert server.host in url


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://models.desk.example/v1", "https://"),
        ("http://8.8.8.8/v1", "https://"),
        ("http://134744072/v1", "https://"),
        ("http://0x08080808/v1", "https://"),
        ("http://0.0.0.0/v1", "https://"),
        ("http://169.254.169.254/latest", "https://"),
        ("http://[2001:4860:4860::8888]/v1", "https://"),
        ("http://localhost.evil.example/v1", "https://"),
        ("ftp://127.0.0.1/v1", "it must look like"),
        ("file:///etc/passwd", "it must look like"),
        ("127.0.0.1:11434", "it must look like"),
        ("http://", "it must look like"),
        ("http://[::1", "it must look like"),
        ("http://127.0.0.1:99999/v1", "it must look like"),
        ("http://127.0.0.1/a b", "it must look like"),
        ("http://127.0.0.1/\u00e9", "it must look like"),
        ("http://127.0.0.1/" + "a" * 600, "it must look like"),
        ("https://me:secret@models.desk.example/v1", "no password"),
        ("https://models.desk.example/v1?key=secret", "no ?"),
        ("https://models.desk.example/v1#secret", "no #"),
    ],
)
def test_any_other_address_stops_the_start_and_is_not_repeated(url: str, why: str) -> None:
    with pytest.raises(BadSetting) as refused:
        settings(url)
    assert "CALMDESK_LLM_URL is a value that is not shown here" in str(refused.value)
    assert why in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_server_without_a_model_stops_the_start() -> None:
    with pytest.raises(BadSetting, match="CALMDESK_LLM_MODEL is not set"):
        settings("http://127.0.0.1/v1", MODEL="")


@pytest.mark.parametrize("seconds", ["0", "61", "1.5", "soon"])
def test_the_time_to_wait_has_bounds(seconds: str) -> None:
    with pytest.raises(BadSetting, match="from 1 to 60"):
        settings("http://127.0.0.1/v1", SECONDS=seconds)


@pytest.mark.parametrize("key", ["two words", "new\nline", "k\u00e9y", "x" * 600])
def test_a_key_that_no_header_can_hold_stops_the_start_unseen(key: str) -> None:
    with pytest.raises(BadSetting) as refused:
        settings("http://127.0.0.1/v1", KEY=key)
    assert "CALMDESK_LLM_KEY is a value that is not shown here" in str(refused.value)
    assert key not in str(refused.value)


def test_the_key_stands_in_no_representation() -> None:
    environment = settings("http://127.0.0.1/v1", KEY="sk-not-shown")
    assert environment.language_model is not None
    assert environment.language_model.key == "sk-not-shown"
    assert "sk-not-shown" not in f"{environment} {environment.language_model!r}"


def test_the_client_that_asks_logs_nothing_of_its_own() -> None:
    from calmdesk.web.config import logs

    kept = {name: logging.getLogger(name).level for name in ("httpx", "httpcore")}
    before = logging.root.handlers[:], logging.root.level
    try:
        logs.set_up_logging()
        assert all(not logging.getLogger(name).isEnabledFor(logging.INFO) for name in kept)
    finally:
        logging.root.handlers[:], logging.root.level = before
        for name, level in kept.items():
            logging.getLogger(name).setLevel(level)
