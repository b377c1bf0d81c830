from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.desk import Desk
from tests.web.calls import TURNS, call_wire, message

_count = itertools.count(1)
SHAPES = {"wide": {}, "phone": {"viewport": {"width": 360, "height": 740}}, "dark": {"color_scheme": "dark"}}


def call(desk: Desk, turns: int, **more: Any) -> str:
    """A call with the first of the turns, assigned to Amir, and its live screen before him."""
    name = f"live-{next(_count)}"
    answer = desk.server.client().post(
        "/api/conversations", json=call_wire(name, TURNS[:turns], assignee="amir") | more
    )
    assert answer.status_code == 201, answer.text
    desk.page.goto(f"/c/{name}/glance/")
    desk.page.locator("#glance[data-ready=yes]").wait_for()
    return name


def say(desk: Desk, name: str, place: int, *turn: Any) -> None:
    answer = desk.server.client().post(f"/api/conversations/{name}/messages", json=message(place, *turn))
    assert answer.status_code == 201, answer.text


def test_a_call_is_followed_without_touching_the_screen(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk("amir")
    name = call(desk, 2)
    title, own = desk.page.locator("#glance-title"), desk.page.locator(".glance-own")

    say(desk, name, 3, *TURNS[2])
    own.get_by_text("You began before they had finished.").wait_for()
    assert "190" in own.inner_text()
    assert title.count() == 0

    say(desk, name, 4, *TURNS[3])
    title.get_by_text("Acknowledge the history").wait_for()
    assert desk.page.locator(".glance-say").count() == 1
    assert "third time this month" in desk.page.locator(".glance-heard").inner_text()
    assert "Renaud" in desk.page.locator(".glance-speaker").inner_text()

    # Another cue waits, the one that stands stays; a threat does not wait.
    say(desk, name, 5, "U1", 24.0, 27.0, "Whose fault is this?")
    desk.page.locator(".glance-heard", has_text="Whose fault").wait_for()
    assert title.inner_text() == "Acknowledge the history"
    assert float(desk.page.locator("#glance-now").get_attribute("data-again-in")) > 0
    say(desk, name, 6, "U1", 28.0, 31.0, "I know where you park. I will wait for you and break your jaw.")
    title.get_by_text("Get help now").wait_for()
    assert own.count() == 0

    say(desk, name, 7, "A1", 32.0, 36.0, "I am ending this call now. My supervisor takes over from here.")
    title.wait_for(state="detached")


def test_a_cue_that_was_held_back_comes_by_itself(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk("amir")
    name = call(desk, 4)
    title = desk.page.locator("#glance-title")
    title.get_by_text("Acknowledge the history").wait_for()
    # As if the first cue had come eighteen seconds ago.
    desk.page.locator("#glance-now").evaluate("one => { one.dataset.at = Number(one.dataset.at) - 18 }")

    say(desk, name, 5, "U1", 24.0, 27.0, "Whose fault is this?")

    # An update of the page may set the clock of the first cue right again: then the whole hold is waited for.
    title.get_by_text("Turn blame to facts").wait_for(timeout=40_000)


def test_who_leads_sees_the_cue_and_nothing_of_how_the_agent_talks(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk("priya")
    call(desk, 4)

    assert desk.page.locator("#glance-title").is_visible()
    assert desk.page.locator(".glance-own").count() == 0


@pytest.mark.parametrize("shape", list(SHAPES))
def test_it_fits_its_window_and_the_cue_is_very_large(
    open_desk: Callable[..., Desk], seriously_wrong: Callable[[Any], list[str]], shape: str
) -> None:
    desk = open_desk("amir", **SHAPES[shape])
    call(desk, 4)

    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    assert desk.page.locator("#glance-title").evaluate(size) >= 36
    assert desk.page.locator(".glance-say").evaluate(size) >= 24
    fits = "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"
    assert desk.page.evaluate(fits)
    assert seriously_wrong(desk.page) == []


def test_one_way_leads_there_and_one_key_back(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk("amir")
    name = call(desk, 4)
    desk.open_thread(name)

    desk.page.get_by_role("link", name="Live screen for this call").click()
    desk.page.locator("#glance[data-ready=yes]").wait_for()
    desk.page.keyboard.press("u")

    desk.page.locator("#thread[data-ready=yes]").wait_for()
