import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client

from calmdesk.web.accounts.models import WritingKey
from calmdesk.web.accounts.writing_keys import make_writing_key
from calmdesk.web.store import services as store
from tests.cast import Cast

DRAFT = "😀 You need to restart the laptop."


@pytest.fixture
def key(cast: Cast) -> str:
    return make_writing_key(cast.amir, "mail")


def asked(path: str, **form: str) -> Any:
    return Client().post(path, form)


def test_a_finding_comes_with_utf16_places_and_its_rewrites(key: str) -> None:
    answer = asked(f"/lt/{key}/v2/check", text=DRAFT, language="en-US").json()
    (match,) = answer["matches"]
    units = DRAFT.encode("utf-16-le")
    assert units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le") == (
        "You need to restart"
    )
    assert match["replacements"][0] == {"value": "Please restart"}
    assert match["rule"]["id"] == "tells_them_they_need_to"
    assert match["rule"]["category"]["id"] == "command"
    around = match["context"]
    context = around["text"].encode("utf-16-le")
    assert context[2 * around["offset"] : 2 * (around["offset"] + around["length"])].decode("utf-16-le") == (
        "You need to restart"
    )
    assert answer["language"]["code"] == "en-US"


@pytest.mark.parametrize("way", ["address", "apiKey", "bearer"])
def test_the_key_may_come_in_each_of_three_ways(key: str, way: str) -> None:
    client = Client()
    form = {"text": DRAFT, "language": "en"} | ({"apiKey": key} if way == "apiKey" else {})
    path = f"/lt/{key}/v2/check" if way == "address" else "/v2/check"
    headers = {"Authorization": f"Bearer {key}"} if way == "bearer" else {}
    assert len(client.post(path, form, headers=headers).json()["matches"]) == 1


@pytest.mark.parametrize("wrong", ["", "write_unknown", "calm_token"])
def test_without_an_agents_key_nothing_is_checked(cast: Cast, wrong: str) -> None:
    answer = asked("/v2/check", text=DRAFT, apiKey=wrong)
    assert answer.status_code == 403
    assert b"key" in answer.content


def test_a_revoked_key_opens_nothing(cast: Cast, key: str, signed_in: Callable[[AbstractUser], Client]) -> None:
    pk = WritingKey.objects.get().pk
    assert signed_in(cast.bo).post(f"/account/writing-keys/{pk}/revoke/").status_code == 404
    assert signed_in(cast.amir).post(f"/account/writing-keys/{pk}/revoke/").status_code == 302
    assert asked(f"/lt/{key}/v2/check", text=DRAFT).status_code == 403


def test_the_key_of_somebody_who_left_opens_nothing(cast: Cast, key: str) -> None:
    cast.amir.is_active = False
    cast.amir.save()
    assert asked(f"/lt/{key}/v2/check", text=DRAFT).status_code == 403


def test_a_session_in_the_browser_is_no_key(cast: Cast, signed_in: Callable[[AbstractUser], Client]) -> None:
    assert signed_in(cast.amir).post("/v2/check", {"text": DRAFT}).status_code == 403


def test_a_key_is_shown_once_on_the_account_page(cast: Cast, signed_in: Callable[[AbstractUser], Client]) -> None:
    client = signed_in(cast.amir)
    client.post("/account/writing-keys/", {"name": "Firefox"})
    first, second = client.get("/account/").content.decode(), client.get("/account/").content.decode()
    assert "/lt/write_" in first
    assert "/lt/write_" not in second
    assert "Firefox" in second


def test_people_who_write_no_replies_are_offered_no_key(
    cast: Cast, signed_in: Callable[[AbstractUser], Client]
) -> None:
    client = signed_in(cast.hana)
    assert b"LanguageTool" not in client.get("/account/").content
    assert client.post("/account/writing-keys/", {"name": "Firefox"}).status_code == 404


def test_rules_can_be_left_out_by_the_client(key: str) -> None:
    path = f"/lt/{key}/v2/check"
    assert asked(path, text=DRAFT, disabledRules="x,tells_them_they_need_to").json()["matches"] == []
    assert asked(path, text=DRAFT, disabledCategories="command").json()["matches"] == []
    assert asked(path, text=DRAFT, enabledOnly="true", enabledRules="something_else").json()["matches"] == []
    assert len(asked(path, text=DRAFT, enabledOnly="true", enabledCategories="command").json()["matches"]) == 1


def test_what_the_agent_silenced_is_not_said(cast: Cast, key: str) -> None:
    store.silence("tells_them_they_need_to", "me", cast.amir)
    assert asked(f"/lt/{key}/v2/check", text=DRAFT).json()["matches"] == []


def test_markup_is_skipped(key: str) -> None:
    data = {"annotation": [{"markup": "<p>"}, {"text": "You need to restart it."}, {"markup": "</p>"}]}
    (match,) = asked(f"/lt/{key}/v2/check", data=json.dumps(data)).json()["matches"]
    assert match["offset"] == 3


@pytest.mark.parametrize(
    ("form", "status"),
    [({}, 400), ({"data": "{"}, 400), ({"text": "a" * 100_001}, 413)],
    ids=["none", "broken", "long"],
)
def test_a_draft_that_cannot_be_read_is_answered_in_one_line_of_text(
    key: str, form: dict[str, str], status: int
) -> None:
    answer = asked(f"/lt/{key}/v2/check", **form)
    assert answer.status_code == status
    assert answer.content.startswith(b"Error: ")
    assert answer["Content-Type"].startswith("text/plain")


def test_a_long_draft_is_said_to_be_checked_in_part(key: str) -> None:
    assert asked(f"/lt/{key}/v2/check", text="All is well. " * 3_000).json()["warnings"]["incompleteResults"]


def test_pages_of_other_servers_may_ask(key: str) -> None:
    for path in (f"/lt/{key}/v2/check", "/v2/languages"):
        assert Client().options(path)["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in Client().options(path)


def test_the_languages_are_listed() -> None:
    assert {"name": "English (US)", "code": "en", "longCode": "en-US"} in Client().get("/v2/languages").json()


def test_nothing_of_a_draft_reaches_a_log(key: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        asked(f"/lt/{key}/v2/check", text="You need to tell nobody about Wilhelmina.")
        asked(f"/lt/{key}/v2/check", data='{"annotation": "Wilhelmina"}')
    assert "Wilhelmina" not in caplog.text
