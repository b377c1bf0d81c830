from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from calmdesk.web.environment.language_model import LanguageModel
from tests.web.suggest.fake_model import Behaviour, FakeModel, fake_model

KEY = "sk-not-a-real-key"


@pytest.fixture
def model() -> Iterator[Callable[[Behaviour], FakeModel]]:
    """Starts a server that behaves in that way."""
    with ExitStack() as stack:
        yield lambda behaviour: stack.enter_context(fake_model(behaviour))


@pytest.fixture
def model_on(model: Callable[[Behaviour], FakeModel], settings: object) -> Callable[[Behaviour], FakeModel]:
    """The same, and calmdesk is set up to ask it."""

    def start(behaviour: Behaviour, seconds: int = 20) -> FakeModel:
        fake = model(behaviour)
        changes = {"llm_url": fake.url, "llm_model": "small", "llm_key": KEY, "llm_seconds": seconds}
        settings.CALMDESK = dataclasses.replace(settings.CALMDESK, **changes)  # type: ignore[attr-defined]
        return fake

    return start


def server_of(fake: FakeModel, seconds: int = 20) -> LanguageModel:
    return LanguageModel(url=fake.url, model="small", key=KEY, seconds=seconds)
