"""What was said to a person in an earlier contact is remembered in the next one, on whichever channel it comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.utils import timezone

from calmdesk.conversation import Conversation
from calmdesk.web.readings import reading_of
from calmdesk.web.store import selectors
from calmdesk.web.store import services as store
from tests.cast import Cast
from tests.web.conftest import conversation

LIMIT = "If the insults go on, I will end this chat and my supervisor takes over."


def talk(
    name: str, *said: tuple[str, str], days_ago: int = 1, person: str = "dana@works.test", **more: Any
) -> Conversation:
    at = timezone.now() - timedelta(days=days_ago)
    people = [
        {"id": "U1", "role": "requester", "name": "Dana", "person": person},
        {"id": "A1", "role": "agent", "name": "Amir"},
    ]
    messages = [
        {"id": f"m{n}", "sender": sender, "text": text, "sent_at": (at + timedelta(minutes=n)).isoformat()}
        for n, (sender, text) in enumerate(said, 1)
    ]
    return conversation(name, participants=people, messages=messages, **more)


def ladder_of(cast: Cast, user: AbstractUser, slug: str) -> Any:
    record = selectors.find_record(user, slug)
    assert record is not None
    return reading_of(record, user).ladder


FIRST = (("U1", "You are a complete idiot."), ("A1", LIMIT))


def test_a_limit_said_on_one_channel_counts_on_another(cast: Cast) -> None:
    store.store_conversation(cast.desk, talk("c1", *FIRST, channel="email"))
    now = store.store_conversation(cast.desk, talk("c2", ("U1", "You are an idiot."), days_ago=0))
    ladder = ladder_of(cast, cast.amir, now.slug)
    assert [(one.conversation, one.channel.value) for one in ladder.used] == [("c1", "email")]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"person": "somebody.else@works.test"}, "another person"),
        ({"days_ago": 45}, "too long ago"),
        ({"status": "solved"}, "the case is over"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_must_be_forgotten_is_forgotten(cast: Cast, more: dict[str, Any], why: str) -> None:
    store.store_conversation(cast.desk, talk("c1", *FIRST, **more))
    now = store.store_conversation(cast.desk, talk("c2", ("U1", "You are an idiot."), days_ago=0))
    assert ladder_of(cast, cast.amir, now.slug).used == ()


def test_what_the_viewer_may_not_read_is_not_quoted_to_them(cast: Cast) -> None:
    store.store_conversation(cast.elsewhere, talk("c1", *FIRST))
    now = store.store_conversation(cast.desk, talk("c2", ("U1", "You are an idiot."), days_ago=0))
    assert ladder_of(cast, cast.amir, now.slug).used == ()
    assert len(ladder_of(cast, cast.dora, now.slug).used) == 1


def test_the_thread_shows_what_was_said_before_and_what_is_due(
    cast: Cast, signed_in: Callable[[AbstractUser], Client]
) -> None:
    store.store_conversation(cast.desk, talk("c1", *FIRST, channel="email"))
    now = store.store_conversation(cast.desk, talk("c2", ("U1", "You are an idiot."), days_ago=0))
    page = signed_in(cast.amir).get(f"/c/{now.slug}/").content.decode()
    assert "another contact, mail" in page
    assert "Due:" in page
