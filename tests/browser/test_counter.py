from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.desk import Desk

SHAPES = {
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True},
    "wide": {},
    "dark": {"color_scheme": "dark"},
    "contrast": {"forced_colors": "active"},
}


def visit(desk: Desk, subject: str = "Loan laptop") -> None:
    desk.page.goto("/in-person/")
    desk.page.get_by_label("What is it about?").fill(subject)
    desk.page.get_by_role("button", name="Start").click()
    desk.page.locator("#visit[data-ready=yes]").wait_for()


def press(desk: Desk, name: str) -> None:
    desk.page.get_by_role("button", name=name, exact=True).click()


def test_somebody_at_the_counter_from_the_first_tap_to_the_last(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk("amir", **SHAPES["phone"])
    visit(desk)
    card, log = desk.page.locator(".counter-card"), desk.page.locator(".visit-log")
    desk.page.evaluate("window.sameDocument = true")
    before = desk.page.get_by_role("button", name="Calmer").bounding_box()

    press(desk, "Explained the problem")
    card.get_by_text("Say the problem back").wait_for()
    desk.page.get_by_label("Their words").fill("I have thirty customers up there!")
    press(desk, "Raised voice")
    card.get_by_text("Half a step back.").wait_for()
    assert log.locator("q").inner_text() == "I have thirty customers up there!"
    assert desk.page.get_by_label("Their words").input_value() == ""
    press(desk, "Others waiting")
    card.get_by_text("Shall we step over there?").wait_for()

    press(desk, "Undo the last")
    card.get_by_text("Nobody waiting.").wait_for()
    assert desk.page.evaluate("window.sameDocument")
    # Whatever the card says, no button moves away under a thumb.
    assert desk.page.get_by_role("button", name="Calmer").bounding_box() == before

    press(desk, "Calmer")
    card.get_by_text("Say the next step").wait_for()
    press(desk, "Solved")
    card.get_by_text("Close the loop").wait_for()
    press(desk, "Close the visit")
    desk.page.get_by_role("link", name="Read it").click()
    desk.page.locator("#thread[data-ready=yes]").wait_for()

    words = desk.page.locator("#m2")
    assert "requester" in words.inner_text()
    assert "I have thirty customers up there!" in words.inner_text()
    assert desk.page.locator(".message.internal").count() == 4
    assert "solved" in desk.page.locator(".facts").inner_text()


def test_enter_notes_the_words_and_no_tap(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk("amir")
    visit(desk)

    desk.page.get_by_label("Their words").fill("It is at ten, and it is nine forty-nine.")
    desk.page.keyboard.press("Enter")

    desk.page.locator(".visit-log q", has_text="It is at ten, and it is nine forty-nine.").wait_for()
    assert desk.page.locator(".visit-log li").count() == 1


@pytest.mark.parametrize("shape", list(SHAPES))
def test_it_fits_and_every_tap_is_large(
    open_desk: Callable[..., Desk], seriously_wrong: Callable[[Any], list[str]], shape: str
) -> None:
    desk = open_desk("amir", **SHAPES[shape])
    visit(desk, "x" * 120)
    press(desk, "Raised voice")
    desk.page.locator(".level-loud").wait_for()

    boxes = [button.bounding_box() for button in desk.page.locator(".tap").all()]
    assert len(boxes) == 6
    assert all(box["height"] >= 60 and box["width"] >= 120 for box in boxes)
    assert max(box["y"] + box["height"] for box in boxes) <= desk.page.evaluate("innerHeight")
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seriously_wrong(desk.page) == []
    press(desk, "Close the visit")


def test_without_scripts_a_tap_works_too(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk("amir", java_script_enabled=False)
    desk.page.goto("/in-person/")
    press(desk, "Start")

    press(desk, "Raised voice")

    assert "Half a step back." in desk.page.locator(".counter-card").inner_text()
    press(desk, "Close the visit")
