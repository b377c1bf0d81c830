from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from calmdesk.conversation import Channel, Role, Status
from calmdesk.web.store import selectors
from calmdesk.web.store.records import Record
from tests.cast import Cast


@pytest.fixture
def amir(cast: Cast, signed_in: Callable[..., Client]) -> Client:
    return signed_in(cast.amir)


def started(client: Client, **form: str) -> str:
    """The address of a new visit."""
    return str(client.post("/in-person/", form).headers["Location"])


def tap(client: Client, address: str, name: str = "", words: str = "", once: str = "") -> str:
    return client.post(address, {"tap": name, "words": words, "once": once}, follow=True).content.decode()


def record(cast: Cast, address: str) -> Record:
    found = selectors.find_record(cast.priya, address.split("/")[2])
    assert found is not None
    return found


def test_a_visit_is_an_in_person_conversation_of_the_team_with_its_agent(cast: Cast, amir: Client) -> None:
    found = record(cast, started(amir, subject="Loan laptop", name="Stefan"))
    talk = found.conversation
    assert (talk.channel, talk.status, talk.subject) == (Channel.IN_PERSON, Status.OPEN, "Loan laptop")
    assert [person.role for person in talk.participants] == [Role.REQUESTER, Role.AGENT]
    assert (found.assignee, found.team) == ("amir", "Desk")


def test_taps_become_neutral_internal_notes_and_words_stay_the_persons(cast: Cast, amir: Client) -> None:
    address = started(amir)
    tap(amir, address, "raised", "I have thirty customers up there!")
    said, noted = record(cast, address).conversation.messages
    assert (said.sender, said.text, said.internal) == ("U1", "I have thirty customers up there!", False)
    assert (noted.sender, noted.text, noted.internal) == ("A1", "A raised voice.", True)


def test_the_words_are_read_like_any_others(amir: Client) -> None:
    address = started(amir)
    tap(amir, address, words="Good morning, the laptop does not start.")
    tap(amir, address, words="You people are useless idiots.")
    slug = address.split("/")[2]
    reading = amir.get(f"/c/{slug}/reading.json").json()
    assert [one["stance"] for one in reading["messages"]] == ["calm", "hostile"]
    assert reading["findings"]


def test_a_tap_alone_judges_nobody(amir: Client) -> None:
    address = started(amir)
    for name in ("explained", "interrupted", "raised", "waiting", "calmer", "solved"):
        tap(amir, address, name)
    reading = amir.get(f"/c/{address.split('/')[2]}/reading.json").json()
    assert reading["findings"] == []


def test_the_card_follows_from_the_taps(amir: Client) -> None:
    address = started(amir)
    assert "level-even" in amir.get(address).content.decode()
    assert "level-impatient" in tap(amir, address, "interrupted")
    loud = tap(amir, address, "raised")
    assert "level-loud" in loud
    assert "Half a step back." in loud
    waiting = tap(amir, address, "waiting")
    assert "Step aside" in waiting
    assert "level-even" in tap(amir, address, "calmer")
    assert "level-solved" in tap(amir, address, "solved")


def test_undo_takes_the_last_tap_and_the_words_that_came_with_it(cast: Cast, amir: Client) -> None:
    address = started(amir)
    tap(amir, address, "interrupted")
    tap(amir, address, "raised", "Unbelievable.")
    page = amir.post(f"{address}undo/", follow=True).content.decode()
    assert "level-impatient" in page
    assert [one.text for one in record(cast, address).conversation.messages] == ["They cut in, or are in a hurry."]
    amir.post(f"{address}undo/")
    assert "There is nothing to take back." in amir.post(f"{address}undo/", follow=True).content.decode()
    assert "level-loud" in tap(amir, address, "raised")


def test_the_same_tap_sent_twice_is_one(cast: Cast, amir: Client) -> None:
    address = started(amir)
    for _ in range(2):
        tap(amir, address, "raised", once="0123456789abcdef")
    tap(amir, address, "waiting", once="0123456789abcdef")
    assert len(record(cast, address).conversation.messages) == 2


def test_a_closed_visit_is_solved_where_that_was_tapped_and_leads_to_its_thread(cast: Cast, amir: Client) -> None:
    address, other = started(amir), started(amir)
    tap(amir, address, "solved")
    assert "The visit is closed." in amir.post(f"{address}close/", follow=True).content.decode()
    amir.post(f"{other}close/")
    assert record(cast, address).conversation.status is Status.SOLVED
    assert record(cast, other).conversation.status is Status.CLOSED
    assert record(cast, address).conversation.closed_at is not None
    slug = address.split("/")[2]
    assert amir.get(address).headers["Location"] == f"/c/{slug}/"
    tap(amir, address, "raised")
    amir.post(f"{address}undo/")
    assert len(record(cast, address).conversation.messages) == 1


def test_open_visits_are_listed_until_they_are_closed(amir: Client) -> None:
    address = started(amir, subject="Loan laptop")
    assert address in amir.get("/in-person/").content.decode()
    amir.post(f"{address}close/")
    assert "Still open" not in amir.get("/in-person/").content.decode()


@pytest.mark.parametrize("form", [{"tap": "furious"}, {"tap": "Explained"}])
def test_a_tap_that_is_none_is_not_there(amir: Client, form: dict[str, Any]) -> None:
    assert amir.post(started(amir), form).status_code == 404


def test_nothing_tapped_and_nothing_said_adds_nothing(cast: Cast, amir: Client) -> None:
    address = started(amir)
    tap(amir, address, words="   ")
    assert record(cast, address).conversation.messages == ()


def test_whatever_is_said_is_shown_as_text(amir: Client) -> None:
    address = started(amir, subject="<img src=x onerror=alert(1)>")
    page = tap(amir, address, words="<script>alert(1)</script>\0\n two lines " + "x" * 900)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; two lines" in page


def test_another_in_person_conversation_is_no_visit(cast: Cast, amir: Client) -> None:
    from calmdesk.web.store import services as store
    from tests.web.conftest import conversation

    other = store.store_conversation(cast.desk, conversation(channel="in_person"))
    assert amir.get(f"/in-person/{other.slug}/").status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("amir", 200),
        ("bo", 404),
        ("priya", 200),
        ("dora", 200),
        ("ana", 404),
        ("charlie", 404),
        ("hana", 404),
        ("root", 404),
    ],
)
def test_a_visit_is_for_its_agent_and_those_who_lead_the_team(
    cast: Cast, amir: Client, signed_in: Callable[..., Client], who: str, status: int
) -> None:
    address = started(amir)
    client = signed_in(getattr(cast, who))
    assert client.get(address).status_code == status
    assert client.post(address, {"tap": "calmer"}, follow=True).status_code == status


def test_who_leads_may_stand_at_the_counter_too(cast: Cast, signed_in: Callable[..., Client]) -> None:
    for name in ("priya", "dora"):
        client = signed_in(getattr(cast, name))
        address = started(client, team=str(cast.desk.pk))
        assert record(cast, address).conversation.participant("A1").role is Role.SUPERVISOR
    assert signed_in(cast.priya).post("/in-person/", {"team": str(cast.workplace.pk)}).status_code == 404
