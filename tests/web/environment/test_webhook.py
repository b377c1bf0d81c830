"""Where replies may be sent is decided at the start, and signed with a key that is never shown."""

from __future__ import annotations

import pytest

from calmdesk.errors import BadSetting
from calmdesk.web.environment.variables import read_environment

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def settings(url: str = "https://tickets.example.org/hook", secret: str = SECRET) -> object:
    return read_environment({"CALMDESK_WEBHOOK_URL": url, "CALMDESK_WEBHOOK_SECRET": secret}).webhook


def test_there_is_none_unless_it_is_set_up() -> None:
    assert read_environment({}).webhook is None


def test_an_address_and_a_key_are_enough() -> None:
    hook = settings()
    assert (hook.host, len(hook.key)) == ("tickets.example.org", 24)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "url", ["tickets", "ftp://tickets.example.org", "http://tickets.example.org", "https://a:b@c.org"]
)
def test_an_open_or_broken_address_stops_the_start(url: str) -> None:
    with pytest.raises(BadSetting, match="CALMDESK_WEBHOOK_URL"):
        settings(url)


@pytest.mark.parametrize("secret", ["", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_short", "whsec_!!!!"])
def test_without_a_proper_key_nothing_starts_and_none_is_shown(secret: str) -> None:
    with pytest.raises(BadSetting, match="CALMDESK_WEBHOOK_SECRET") as refused:
        settings(secret=secret)
    assert not secret or secret not in str(refused.value)
