"""The language model's buttons: asked by a press, shown as its words, taken by another press."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.browser.desk import Desk
from tests.web.server import Server
from tests.web.suggest.fake_model import FakeModel, fake_model, says

TOLD = (("U1", "I cannot log in to the VPN since this morning and payroll has to go out."),)
GOOD = "So the VPN has kept you out all morning, and payroll is waiting on it."
CALM = "Let's restart the laptop and see whether the VPN comes back."


@pytest.fixture(scope="module")
def model() -> Iterator[FakeModel]:
    with fake_model(says(GOOD)) as fake:
        yield fake


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, model: FakeModel) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("suggest") / "data"
    data.mkdir()
    server = Server(data, {"CALMDESK_LLM_URL": model.url, "CALMDESK_LLM_MODEL": "small"}).start()
    yield server
    server.close()


def test_words_are_asked_for_marked_and_taken_by_hand(
    open_desk: Callable[..., Desk], model: FakeModel, seriously_wrong: Callable[[Any], list[str]]
) -> None:
    desk = open_desk()
    desk.open_thread(desk.post(TOLD))
    page, reply, shown = desk.page, desk.page.locator("#reply"), desk.page.locator("#suggestion")

    reply.fill("You need to restart the laptop like I told you. VPN.")
    assert page.locator(".suggest-host").inner_text() == f"127.0.0.1:{model.port}"
    assert model.asked == []

    page.get_by_role("button", name="Suggest a restatement").focus()
    page.keyboard.press("Enter")
    shown.get_by_text(GOOD).wait_for()
    assert "Written by a language model" in shown.inner_text()
    assert reply.input_value().startswith("You need to")
    assert seriously_wrong(page) == []

    shown.get_by_role("button", name="Put it before the reply").click()
    assert reply.input_value() == f"{GOOD} You need to restart the laptop like I told you. VPN."
    assert shown.is_hidden()

    model.behaviour = says(CALM)
    page.get_by_role("button", name="Calm this draft").click()
    shown.get_by_role("button", name="Take it instead of the draft").click()
    assert reply.input_value() == CALM

    model.behaviour = says('Let us restart the laptop: <img src="https://evil.example/x"> the VPN.')
    page.get_by_role("button", name="Calm this draft").click()
    page.locator("#suggest-said", has_text="did not pass our checks: they were not plain text.").wait_for()
    assert shown.is_hidden()
    assert reply.input_value() == CALM
