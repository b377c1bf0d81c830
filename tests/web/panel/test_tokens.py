"""What a ticket system is given, and for how long it opens something."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from calmdesk.web.accounts.tokens import make_token
from calmdesk.web.panel import passes
from calmdesk.web.panel.passes import Pass
from calmdesk.web.store import services as store
from calmdesk.web.store.services import Stored
from tests.cast import Cast
from tests.web.conftest import conversation
from tests.web.panel.conftest import Helpdesk

GIVEN = Pass("0123456789abcdef", 7, 3)


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets time pass for whoever judges the age of a signature."""
    begun = signing.time.time()

    def later(**time: float) -> None:
        monkeypatch.setattr(signing.time, "time", lambda: begun + timedelta(**time).total_seconds())

    return later


def test_the_answer_says_where_the_panel_is_and_until_when_it_opens(helpdesk: Helpdesk, stored: Stored) -> None:
    answer = helpdesk.ask(stored.slug)
    given = answer.json()
    assert (answer.status_code, given["calmdesk"]) == (200, 1)
    assert given["url"] == f"http://testserver/panel/?token={given['token']}"
    left = datetime.fromisoformat(given["expires_at"]) - timezone.now()
    assert timedelta(minutes=9) < left <= timedelta(minutes=10)
    assert Client().get(given["url"]).status_code == 200


@pytest.mark.parametrize("agent", ["amir", "AMIR", "amir@desk.test", " Amir@Desk.test ", "bo", "priya", "dora"])
def test_whoever_may_read_the_conversation_is_found_by_name_or_address(
    helpdesk: Helpdesk, stored: Stored, agent: str
) -> None:
    assert helpdesk.ask(stored.slug, agent).status_code == 200


@pytest.mark.parametrize(
    "agent", ["ana", "charlie", "hana", "sam", "root", "gone", "gone@desk.test", "nobody", "", " "]
)
def test_for_anybody_else_there_is_none_and_the_answer_tells_nothing(
    helpdesk: Helpdesk, stored: Stored, agent: str
) -> None:
    answer = helpdesk.ask(stored.slug, agent)
    assert (answer.status_code, answer.json()) == (404, helpdesk.ask(stored.slug, "nobody").json())


def test_a_name_that_two_people_have_is_nobodys(helpdesk: Helpdesk, stored: Stored, cast: Cast) -> None:
    cast.bo.email = cast.amir.email
    cast.bo.save()
    assert helpdesk.ask(stored.slug, cast.amir.email).status_code == 404
    assert helpdesk.ask(stored.slug, "amir").status_code == 200


def test_a_token_of_another_team_gets_none(helpdesk: Helpdesk, stored: Stored, cast: Cast) -> None:
    elsewhere = make_token(cast.elsewhere, "theirs")
    assert helpdesk.ask(stored.slug, "dora", bearer=elsewhere).status_code == 404
    assert helpdesk.ask("unknown").status_code == 404


def test_a_revoked_token_gets_none(helpdesk: Helpdesk, stored: Stored) -> None:
    helpdesk.token.revoked_at = timezone.now()
    helpdesk.token.save()
    assert helpdesk.ask(stored.slug).status_code == 401


@pytest.mark.parametrize("agent", [None, 7, ["amir"], {"name": "amir"}])
def test_what_is_no_name_is_refused(helpdesk: Helpdesk, stored: Stored, agent: object) -> None:
    answer = helpdesk.ask(stored.slug, agent)
    assert (answer.status_code, answer.json()["error"]["remedy"]) == (400, 'Write {"agent": "…"}.')


def test_while_no_page_may_show_it_none_is_given_and_the_answer_says_what_to_set(
    helpdesk: Helpdesk, stored: Stored, settings: object
) -> None:
    settings.CALMDESK = dataclasses.replace(settings.CALMDESK, panel_origins=())
    answer = helpdesk.ask(stored.slug)
    assert answer.status_code == 409
    assert "CALMDESK_PANEL_ORIGINS" in answer.json()["error"]["remedy"]


def test_a_token_opens_for_ten_minutes(helpdesk: Helpdesk, stored: Stored, wait: Callable[..., None]) -> None:
    token = helpdesk.ask(stored.slug).json()["token"]
    wait(minutes=9, seconds=50)
    assert helpdesk.open(token).status_code == 200
    wait(minutes=10, seconds=10)
    closed = helpdesk.open(token)
    assert closed.status_code == 403
    assert "This panel is not open" in closed.content.decode()


def test_an_open_panel_lasts_eight_hours(
    helpdesk: Helpdesk, stored: Stored, carried: str, wait: Callable[..., None]
) -> None:
    wait(hours=7, minutes=59)
    assert helpdesk.card(carried).status_code == 200
    wait(hours=8, minutes=1)
    assert helpdesk.card(carried).status_code == 403


def test_each_value_is_good_for_one_thing_only(helpdesk: Helpdesk, stored: Stored, carried: str) -> None:
    token = helpdesk.ask(stored.slug).json()["token"]
    assert helpdesk.card(token).status_code == 403
    assert helpdesk.open(carried).status_code == 403
    assert helpdesk.card(helpdesk.bearer).status_code == 403
    assert helpdesk.card(signing.dumps(GIVEN)).status_code == 403


def test_a_value_in_which_one_letter_is_changed_opens_nothing(settings: object) -> None:
    for made, read in ((passes.to_open, passes.that_opens), (passes.to_use, passes.that_is_used)):
        text = made(GIVEN)
        assert read(text) == GIVEN
        for place, letter in enumerate(text):
            assert read(text[:place] + ("a" if letter != "a" else "b") + text[place + 1 :]) is None


@pytest.mark.parametrize("text", ["", ":", "::", "a:b:c", "\0", "é:é:é", "W10:1:x", "x" * 10_000])
def test_what_is_no_token_opens_nothing(helpdesk: Helpdesk, text: str) -> None:
    assert helpdesk.open(text).status_code == 403


def test_a_value_signed_with_another_key_opens_nothing(helpdesk: Helpdesk, stored: Stored, settings: object) -> None:
    token = helpdesk.ask(stored.slug).json()["token"]
    settings.SECRET_KEY = "x" * 50
    assert helpdesk.open(token).status_code == 403


def test_a_panel_shows_its_own_conversation_and_no_other(
    helpdesk: Helpdesk, stored: Stored, cast: Cast, carried: str
) -> None:
    other = store.store_conversation(cast.desk, conversation("c2", subject="Printer"))
    text = helpdesk.open(helpdesk.ask(other.slug).json()["token"]).content.decode()
    assert "Printer" in text
    assert "Login" not in text
    # An address or a body that names another conversation changes nothing.
    answer = helpdesk.frame.get("/panel/next-move/", {"name": other.slug}, headers={"X-Calmdesk-Panel": carried})
    assert answer.content == helpdesk.card(carried).content
