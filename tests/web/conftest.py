from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web.settings"

import django

django.setup()

from django.contrib.auth.models import AbstractUser  # noqa: E402
from django.test import Client  # noqa: E402

from calmdesk.conversation import Conversation, conversation_from_dict, to_json  # noqa: E402
from calmdesk.web.intake import services as intake  # noqa: E402
from calmdesk.web.store import services as store  # noqa: E402
from calmdesk.web.store.services import Stored  # noqa: E402
from tests.cast import Cast, make_cast  # noqa: E402


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def signed_in() -> Callable[[AbstractUser], Client]:
    def client_for(user: AbstractUser) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return client_for


@pytest.fixture
def stored(cast: Cast) -> Stored:
    """A conversation of Amir's team that nobody was given."""
    return store.store_conversation(cast.desk, conversation())


@pytest.fixture(scope="session", autouse=True)
def no_parse_process_left() -> Iterator[None]:
    yield
    intake.parser().close()


def conversation(name: str = "c1", **changes: Any) -> Conversation:
    """A small conversation: Dana cannot log in, and says so three times."""
    texts = {
        "m1": ("U1", "I cannot log in since this morning."),
        "m2": ("A1", "What does the screen show?"),
        "m3": ("U1", "THIS IS THE THIRD TIME I TELL YOU. You people are useless!!!"),
    }
    value: dict[str, Any] = {
        "id": name,
        "channel": "chat",
        "subject": "Login",
        "language": "en",
        "participants": [
            {"id": "U1", "role": "requester", "name": "Dana"},
            {"id": "A1", "role": "agent", "name": "Amir", "addresses": ["amir@desk.test"]},
        ],
        "messages": [
            {"id": key, "sender": sender, "text": text, "sent_at": f"2026-01-05T09:0{place}:00Z"}
            for place, (key, (sender, text)) in enumerate(texts.items())
        ],
    }
    return conversation_from_dict(value | changes)


def wire(name: str = "c1", **changes: Any) -> bytes:
    return to_json(conversation(name, **changes))
