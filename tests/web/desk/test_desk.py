from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client

from calmdesk.web.store import services as store
from calmdesk.web.store.models import Unhelpful
from calmdesk.web.store.services import Stored
from calmdesk.web.store.unhelpful import unhelpful_counts
from tests.cast import Cast
from tests.web.conftest import conversation

SignedIn = Callable[[AbstractUser], Client]


@pytest.fixture
def amir(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.amir)


def checked(client: Client, stored: Stored, text: str, **form: str) -> dict[str, Any]:
    answer: dict[str, Any] = client.post(f"/c/{stored.slug}/draft/", {"text": text, **form}).json()
    return answer


def card(client: Client, stored: Stored) -> str:
    return client.get(f"/c/{stored.slug}/next-move/").content.decode()


def test_the_card_shows_one_move_with_the_words_that_call_for_it(amir: Client, stored: Stored) -> None:
    page = card(amir, stored)
    assert page.count("<h2") == 1
    assert 'href="#m3"' in page
    assert "data-say" in page


def test_a_draft_is_checked_in_its_conversation(amir: Client, stored: Stored) -> None:
    found = checked(amir, stored, "You need to restart the laptop, it is the only way forward from here.")
    (finding,) = found["findings"]
    assert finding["quote"] == "You need to restart"
    assert "acknowledges" in found["missing"]


def test_places_are_told_in_utf16_units_too(amir: Client, stored: Stored) -> None:
    (finding,) = checked(amir, stored, "😀 You need to restart it.")["findings"]
    assert (finding["start"], finding["start_utf16"]) == (2, 3)


def test_line_ends_as_a_form_sends_them_move_no_place(amir: Client, stored: Stored) -> None:
    (finding,) = checked(amir, stored, "Hello Dana,\r\n\r\nYou need to restart it.")["findings"]
    assert finding["start_utf16"] == len("Hello Dana,\n\n")


def test_where_nothing_could_be_read_no_calm_is_claimed(cast: Cast, amir: Client) -> None:
    german = "Guten Morgen, mein Konto ist gesperrt und ich komme nicht in das System. Bitte helfen Sie mir heute."
    messages = [{"id": "m1", "sender": "U1", "text": german}]
    unread = store.store_conversation(cast.desk, conversation("c9", messages=messages))
    assert "could not be read" in card(amir, unread)


def test_a_note_to_colleagues_is_checked_as_one(amir: Client, stored: Stored) -> None:
    assert checked(amir, stored, "You need to restart the laptop.", internal="yes")["findings"] == []


def test_nothing_of_a_draft_is_kept_or_logged(
    amir: Client, stored: Stored, caplog: pytest.LogCaptureFixture, django_assert_num_queries: Any
) -> None:
    checked(amir, stored, "Warm.")
    with caplog.at_level(logging.DEBUG, logger="calmdesk"):
        before = Unhelpful.objects.count()
        checked(amir, stored, "You need to tell Wilhelmina nothing.")
    assert "Wilhelmina" not in caplog.text
    assert Unhelpful.objects.count() == before


def test_what_is_not_helpful_gives_way_here_and_nowhere_else(cast: Cast, amir: Client, stored: Stored) -> None:
    other = store.store_conversation(cast.desk, conversation("c2"))
    first = card(amir, stored)
    rule = first.partition('name="rule" value="')[2].partition('"')[0]
    amir.post(f"/c/{stored.slug}/unhelpful/", {"rule": rule, "why": "moment"})
    assert f'value="{rule}"' not in card(amir, stored)
    assert f'value="{rule}"' in card(amir, other)


def test_it_is_counted_by_rule_and_taken_back(cast: Cast, amir: Client, stored: Stored, signed_in: SignedIn) -> None:
    form = {"rule": "tells_them_they_need_to", "why": "words"}
    amir.post(f"/c/{stored.slug}/unhelpful/", form)
    amir.post(f"/c/{stored.slug}/unhelpful/", form)
    assert unhelpful_counts() == {"tells_them_they_need_to": 1}
    assert checked(amir, stored, "You need to restart it.")["findings"] == []
    pk = Unhelpful.objects.get().pk
    assert signed_in(cast.bo).post(f"/unhelpful/{pk}/undo/").status_code == 404
    assert amir.post(f"/unhelpful/{pk}/undo/").status_code == 302
    assert unhelpful_counts() == {}
    assert len(checked(amir, stored, "You need to restart it.")["findings"]) == 1


@pytest.mark.parametrize(
    "form", [{"rule": "nothing_we_know", "why": "moment"}, {"rule": "give_a_time", "why": "because"}, {}]
)
def test_only_known_rules_and_reasons_are_taken(amir: Client, stored: Stored, form: dict[str, str]) -> None:
    assert amir.post(f"/c/{stored.slug}/unhelpful/", form).status_code == 404


def test_what_one_silenced_is_not_said_of_ones_drafts(cast: Cast, amir: Client, stored: Stored) -> None:
    store.silence("tells_them_they_need_to", "me", cast.amir)
    assert checked(amir, stored, "You need to restart it.")["findings"] == []


def test_an_outsider_finds_no_desk(cast: Cast, stored: Stored, signed_in: SignedIn) -> None:
    stranger = signed_in(cast.charlie)
    assert stranger.get(f"/c/{stored.slug}/next-move/").status_code == 404
    assert stranger.post(f"/c/{stored.slug}/draft/", {"text": "x"}).status_code == 404


def test_once_the_desk_answered_the_card_says_so(cast: Cast, amir: Client) -> None:
    last = {"id": "m4", "sender": "A1", "text": "I see that this cost you the morning. I am on it now."}
    messages = [*_messages(), last]
    answered = store.store_conversation(cast.desk, conversation("c3", messages=messages))
    assert "Answered." in card(amir, answered)


def _messages() -> list[dict[str, str]]:
    return [{"id": one.id, "sender": one.sender, "text": one.text} for one in conversation().messages]
