from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.utils import timezone

from calmdesk.web.promises.services import promises_of
from calmdesk.web.store import services as store
from tests.cast import Cast
from tests.web.conftest import conversation

SignedIn = Callable[[AbstractUser], Client]


def talk(name: str, said: str, *, minutes_ago: int = 30, **more: object) -> object:
    at = timezone.now() - timedelta(minutes=minutes_ago)
    messages = [
        {"id": "m1", "sender": "U1", "text": "It is down.", "sent_at": (at - timedelta(minutes=5)).isoformat()},
        {"id": "m2", "sender": "A1", "text": said, "sent_at": at.isoformat()},
    ]
    return conversation(name, messages=messages, **{"timezone": "UTC", **more})


@pytest.fixture
def amir(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.amir)


def page(client: Client, whose: str = "mine") -> str:
    return client.get(f"/promises/?whose={whose}").content.decode()


def test_a_promise_stands_on_the_ledger_of_whoever_made_it(cast: Cast, amir: Client, signed_in: SignedIn) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will call you in two hours."))
    assert "I will call you in two hours" in page(amir)
    assert "I will call you in two hours" not in page(signed_in(cast.bo))
    assert "I will call you in two hours" in page(signed_in(cast.bo), "all")


def test_an_outsider_sees_none_of_it(cast: Cast, signed_in: SignedIn) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will call you in two hours."))
    assert "in two hours" not in page(signed_in(cast.charlie), "all")


def test_what_is_past_its_time_comes_first_and_in_the_bar(cast: Cast, amir: Client) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will call you in three hours."))
    store.store_conversation(
        cast.desk, talk("c2", "I will write to you in 20 minutes.", minutes_ago=90, subject="Mail")
    )
    shown = page(amir)
    assert shown.index("Past its time") < shown.index("I will write to you in 20 minutes") < shown.index("Open")
    assert amir.get("/promises/pressing/").json() == {"count": 1, "words": "Past its time: Mail"}


def test_a_time_that_was_left_open_can_be_settled(cast: Cast, amir: Client) -> None:
    stored = store.store_conversation(cast.desk, talk("c1", "I will look into it and let you know."))
    assert "Needs a time" in page(amir)
    (kept,) = promises_of(cast.amir, timezone.now())
    due = datetime.now(UTC) + timedelta(hours=5)
    assert amir.post("/promises/settle/", {"promise": kept.address, "due": due.isoformat()}).status_code == 302
    (settled,) = promises_of(cast.amir, timezone.now())
    assert settled.promise.due == due
    assert settled.promise.asks is None
    assert stored.slug in page(amir)


def test_a_settled_time_that_passed_is_told(cast: Cast, amir: Client) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will look into it and let you know.", minutes_ago=120))
    (kept,) = promises_of(cast.amir, timezone.now())
    past = datetime.now(UTC) - timedelta(hours=1)
    amir.post("/promises/settle/", {"promise": kept.address, "due": past.isoformat()})
    assert "Past its time" in page(amir)


def test_a_time_before_the_promise_is_refused_in_a_sentence(cast: Cast, amir: Client) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will look into it and let you know."))
    (kept,) = promises_of(cast.amir, timezone.now())
    answer = amir.post("/promises/settle/", {"promise": kept.address, "due": "2020-01-01T10:00"}, follow=True)
    assert b"before the promise was made" in answer.content
    assert promises_of(cast.amir, timezone.now())[0].promise.due is None


@pytest.mark.parametrize("due", ["", "tomorrow", "2026-13-01T10:00"])
def test_what_is_no_time_is_not_taken(cast: Cast, amir: Client, due: str) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will look into it and let you know."))
    (kept,) = promises_of(cast.amir, timezone.now())
    assert amir.post("/promises/settle/", {"promise": kept.address, "due": due}).status_code == 404


def test_at_the_end_of_a_shift_all_open_ones_go_to_a_colleague(cast: Cast, amir: Client, signed_in: SignedIn) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will call you in two hours."))
    store.store_conversation(cast.desk, talk("c2", "I will send you the cable by tomorrow."))
    amir.post("/promises/hand-over/", {"to": str(cast.bo.pk)})
    assert "None of the promises" in page(amir)
    theirs = page(signed_in(cast.bo))
    assert "I will call you in two hours" in theirs
    assert "I will send you the cable by tomorrow" in theirs


@pytest.mark.parametrize("to", ["charlie", "hana", "gone"])
def test_a_promise_goes_to_people_of_its_team_who_answer_requesters(cast: Cast, amir: Client, to: str) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will call you in two hours."))
    assert amir.post("/promises/hand-over/", {"to": str(getattr(cast, to).pk)}).status_code == 404
    assert promises_of(cast.amir, timezone.now())[0].mine


def test_open_promises_are_a_calendar_file(cast: Cast, amir: Client) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will call you in two hours."))
    answer = amir.get("/promises/calendar.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert answer.content.count(b"BEGIN:VEVENT\r\n") == 1
    assert b"BEGIN:VALARM\r\n" in answer.content
    assert b"(Login)" in answer.content


def test_a_draft_for_when_nothing_is_new_stands_ready(cast: Cast, amir: Client) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will call you in two hours."))
    assert "Nothing new yet on" in page(amir)


def test_an_empty_ledger_says_what_will_stand_there(amir: Client) -> None:
    assert "No promise was made in the last 30 days." in page(amir)
