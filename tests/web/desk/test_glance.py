from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from calmdesk.conversation import conversation_from_dict
from calmdesk.web.store import services as store
from tests.cast import Cast
from tests.web.calls import TURNS, call_wire

Page = Callable[..., str]
OWN = "Only you see this"


@pytest.fixture
def page(cast: Cast, signed_in: Callable[..., Client]) -> Page:
    """Stores a call and opens its live screen as somebody."""

    def opened(who: str = "amir", query: dict[str, Any] | None = None, part: bool = False, **more: Any) -> str:
        stored = store.store_conversation(cast.desk, conversation_from_dict(call_wire(**more)))
        headers = {"HX-Request": "true"} if part else {}
        answer = signed_in(getattr(cast, who)).get(f"/c/{stored.slug}/glance/", query or {}, headers=headers)
        return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)

    return opened


def test_one_cue_with_one_wording_and_the_words_that_call_for_it(page: Page) -> None:
    found = page()
    assert found.count('id="glance-title"') == found.count("glance-say") == 1
    assert "Acknowledge the history" in found
    assert "This is the third time this month." in found
    assert "Renaud" in found


def test_once_the_agent_has_answered_it_is_quiet(page: Page) -> None:
    answered = (*TURNS, ("A1", 30.0, 35.0, "You have been through this three times."))
    found = page(turns=answered)
    assert "glance-title" not in found
    assert "Nothing to change." in found


def test_what_was_not_judged_does_not_look_quiet(page: Page) -> None:
    german = "Guten Morgen, der Drucker im zweiten Stock druckt seit heute früh nicht mehr und alle warten darauf."
    found = page(turns=(("U1", 0.0, 9.0, german),))
    assert "Not judged" in found
    assert "Nothing to change." not in found


def test_the_agent_sees_their_own_pace_and_that_they_cut_in(page: Page) -> None:
    found = page(turns=TURNS[:3])
    assert OWN in found
    assert "Fast. Shorter sentences, more pauses." in found
    assert "You began before they had finished." in found
    answered = (*TURNS, ("A1", 24.0, 30.0, "You have been through this three times, and it stays with me now."))
    later = page(name="later", turns=answered)
    assert "You began" not in later
    assert "Cut in 1 time in this call." in later


@pytest.mark.parametrize(
    ("who", "assignee", "sees"),
    [
        ("amir", None, True),
        ("bo", None, True),
        ("priya", None, False),
        ("dora", None, False),
        ("amir", "amir", True),
        ("bo", "amir", None),
        ("priya", "amir", False),
        ("dora", "amir", False),
        ("priya", "priya", False),
        ("amir", "somebody without an account", False),
        ("ana", None, None),
        ("hana", None, None),
    ],
)
def test_nobody_but_the_agent_on_the_call_sees_pace_and_talk_over(
    page: Page, who: str, assignee: str | None, sees: bool | None
) -> None:
    found = page(who, **({"assignee": assignee} if assignee else {}))
    if sees is None:
        assert found == "404"
        return
    for words in (OWN, "glance-own", "Words a minute", "Cut in", "You began"):
        assert not found.count(words) or sees, words
    assert (OWN in found) is sees


def test_a_colleagues_turns_are_not_taken_for_ones_own(page: Page) -> None:
    others = [
        {"id": "U1", "role": "requester", "name": "Renaud"},
        {"id": "A1", "role": "agent", "name": "Chris", "addresses": ["chris@desk.test"]},
    ]
    assert OWN not in page("bo", participants=others)


def test_neither_the_thread_nor_its_reading_nor_the_api_says_how_the_agent_talks(
    page: Page, cast: Cast, signed_in: Callable[..., Client]
) -> None:
    stored = store.store_conversation(cast.desk, conversation_from_dict(call_wire("other")))
    client = signed_in(cast.priya)
    for address in (
        f"/c/{stored.slug}/",
        f"/c/{stored.slug}/reading.json",
        f"/api/conversations/{stored.slug}/reading",
    ):
        found = client.get(address).content.decode()
        assert "words a minute" not in found.lower(), address
        assert "tempo" not in found, address


def test_a_new_cue_waits_and_the_one_that_stands_stays(page: Page) -> None:
    more = (*TURNS, ("U1", 24.0, 27.0, "Whose fault is this?"))
    shown = {"move": "acknowledge_the_history", "after": "m4", "at": time.time() - 5}
    wanted_now = page(turns=more)
    held = page(query=shown, turns=more, name="held", part=True)
    assert "Acknowledge the history" not in wanted_now
    assert "Acknowledge the history" in held
    assert 'data-again-in="1' in held
    rested = page(query=shown | {"at": time.time() - 30}, turns=more, name="rested", part=True)
    assert "Acknowledge the history" not in rested


@pytest.mark.parametrize(
    "query",
    [
        {"move": "x", "after": "m1", "at": "nan"},
        {"move": "x", "after": "m1", "at": "inf"},
        {"move": "x", "after": "m1", "at": "soon"},
        {"move": "x", "after": "no such message", "at": "1"},
        {"move": "<script>alert(1)</script>", "after": "m4", "at": "99999999999"},
        {"after": "m1"},
    ],
)
def test_whatever_is_handed_back_the_page_stands(page: Page, query: dict[str, str]) -> None:
    found = page(query=query, part=True)
    assert "glance-now" in found
    assert "<script" not in found
    assert "<html" not in found


def test_a_call_links_to_its_live_screen_and_a_chat_does_not(cast: Cast, signed_in: Callable[..., Client]) -> None:
    call = store.store_conversation(cast.desk, conversation_from_dict(call_wire()))
    chat = store.store_conversation(cast.desk, conversation_from_dict(call_wire("chat", channel="chat")))
    client = signed_in(cast.amir)
    assert f"/c/{call.slug}/glance/" in client.get(f"/c/{call.slug}/").content.decode()
    assert "/glance/" not in client.get(f"/c/{chat.slug}/").content.decode()
