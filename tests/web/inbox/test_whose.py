from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from calmdesk.web.promises.services import promises_of
from calmdesk.web.store import services as store
from calmdesk.web.store.promise_notes import give_to
from tests.cast import Cast
from tests.web.conftest import conversation

SignedIn = Callable[..., Client]
BO = {"id": "A1", "role": "agent", "name": "Bo", "addresses": ["bo@desk.test"]}
DANA = {"id": "U1", "role": "requester", "name": "Dana"}


def talk(name: str, *said: tuple[str, str], agent: dict = BO, **more: object) -> object:
    opened = timezone.now() - timedelta(minutes=90)
    messages = [
        {"id": f"m{place}", "sender": who, "text": text, "sent_at": (opened + timedelta(minutes=place)).isoformat()}
        for place, (who, text) in enumerate(said, 1)
    ]
    return conversation(name, subject=name, messages=messages, participants=[DANA, agent], timezone="UTC", **more)


ASKED = ("U1", "Good morning, the printer prints blank pages. No hurry.")
PROMISED = ("A1", "I will call you in 20 minutes.")


def page(client: Client, query: str = "") -> str:
    return client.get(f"/{query}").content.decode()


@pytest.fixture
def two(cast: Cast) -> None:
    """One that Amir wrote in, and one of Bo's."""
    store.store_conversation(cast.desk, conversation("c1", subject="Amirs-own"))
    store.store_conversation(cast.desk, talk("Of-Bo", ASKED, PROMISED))


def test_an_agent_begins_with_their_own(cast: Cast, two: None, signed_in: SignedIn) -> None:
    amir = signed_in(cast.amir)
    assert "Amirs-own" in page(amir)
    assert "Of-Bo" not in page(amir)
    assert "Of-Bo" in page(amir, "?whose=all")


@pytest.mark.parametrize("name", ["priya", "dora"])
def test_who_leads_begins_with_all_of_them(cast: Cast, two: None, signed_in: SignedIn, name: str) -> None:
    shown = page(signed_in(getattr(cast, name)))
    assert "Amirs-own" in shown
    assert "Of-Bo" in shown
    assert "Needs you now" not in shown


def test_an_agent_without_any_of_their_own_sees_all_of_them(cast: Cast, signed_in: SignedIn) -> None:
    store.store_conversation(cast.desk, talk("Of-Bo", ASKED, PROMISED))
    amir = signed_in(cast.amir)
    assert "Of-Bo" in page(amir)
    assert "None is yours yet" in page(amir, "?whose=mine")


def test_what_is_assigned_is_ones_own_before_a_word_is_written(cast: Cast, two: None, signed_in: SignedIn) -> None:
    store.store_conversation(cast.desk, talk("Given", ASKED, assignee="amir"))
    assert "Given" in page(signed_in(cast.amir))


def test_a_promise_that_was_handed_over_needs_its_new_owner(cast: Cast, two: None, signed_in: SignedIn) -> None:
    (kept,) = (one for one in promises_of(cast.bo, timezone.now()) if one.record.conversation.id == "Of-Bo")
    give_to(kept.record.pk, kept.promise.key, cast.amir, cast.bo)
    assert "Of-Bo" in page(signed_in(cast.amir))


def test_what_needs_the_agent_says_why(cast: Cast, signed_in: SignedIn) -> None:
    store.store_conversation(cast.desk, talk("Late", ASKED, PROMISED))
    shown = page(signed_in(cast.bo))
    assert shown.index("Needs you now") < shown.index("Late") < shown.index("row-why")


def test_a_promise_without_a_time_stands_under_its_heading(cast: Cast, signed_in: SignedIn) -> None:
    store.store_conversation(cast.desk, talk("Open", ASKED, ("A1", "I will look into it and let you know.")))
    shown = page(signed_in(cast.bo))
    assert shown.index("A promise is due") < shown.index("Needs a time") < shown.index("I will look into it")


def test_where_one_waits_for_them_it_says_that_nothing_is_needed(cast: Cast, signed_in: SignedIn) -> None:
    store.store_conversation(cast.desk, talk("Asked", ASKED, ("A1", "Which printer is it?")))
    shown = page(signed_in(cast.bo))
    assert shown.index("Nothing needs you right now") < shown.index("You wait for them")


def test_a_filter_that_none_of_ones_own_fits_leads_to_the_others(cast: Cast, two: None, signed_in: SignedIn) -> None:
    amir = signed_in(cast.amir)
    assert "?whose=all&amp;search=Of-Bo" in page(amir, "?whose=mine&search=Of-Bo")
    assert "Of-Bo" in page(amir, "?search=Of-Bo")
