from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.desk import Desk

PAGES = (
    "/",
    "/add/",
    "/in-person/",
    "/rules/",
    "/rules/?kind=phrasing&search=calm",
    "/rules/brings_up_last_time/",
    "/rules/tells_them_they_need_to/",
    "/rules/give_a_time/",
    "/silences/",
    "/quarantine/",
    "/backtest/",
    "/health/",
    "/account/",
    "/account/password/",
    "/nowhere/",
)
SHAPES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True},
    "contrast": {"forced_colors": "active"},
}


@pytest.fixture(params=list(SHAPES))
def shaped(request: pytest.FixtureRequest, open_desk: Callable[..., Desk]) -> Desk:
    return open_desk(**SHAPES[request.param])


def test_axe_finds_nothing_serious_on_any_page(shaped: Desk, seriously_wrong: Callable[[Any], list[str]]) -> None:
    found = {}
    for address in PAGES:
        shaped.page.goto(address)
        found[address] = seriously_wrong(shaped.page)

    assert {address: one for address, one in found.items() if one} == {}


def test_axe_finds_nothing_serious_on_a_thread_with_and_without_its_card(
    shaped: Desk, seriously_wrong: Callable[[Any], list[str]]
) -> None:
    shaped.open_thread(shaped.post())
    assert seriously_wrong(shaped.page) == []

    shaped.page.locator("#m5 a.mark").first.click()
    shaped.card().wait_for()
    assert seriously_wrong(shaped.page) == []

    shaped.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert seriously_wrong(shaped.page) == []


def test_axe_finds_nothing_serious_on_sign_in(
    open_desk: Callable[..., Desk], seriously_wrong: Callable[[Any], list[str]]
) -> None:
    page = open_desk("").page
    page.goto("/sign-in/")

    assert seriously_wrong(page) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 2560])
def test_no_page_is_wider_than_its_window(open_desk: Callable[..., Desk], width: int) -> None:
    desk = open_desk(viewport={"width": width, "height": 800})
    name = desk.post((("U1", "x" * 400), ("A1", "https://example.test/" + "y" * 300), ("U1", "w " * 900)))

    for address in (*PAGES, f"/c/{name}/"):
        desk.page.goto(address)
        wide = desk.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, address


def test_a_theme_is_remembered_and_there_before_the_first_paint(desk: Desk) -> None:
    switch = desk.page.get_by_role("button", name="Colours")
    switch.click()
    switch.click()
    assert desk.page.evaluate("document.documentElement.dataset.theme") == "dark"

    desk.page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.early = document.documentElement.dataset.theme })"
    )
    desk.page.reload()

    assert desk.page.evaluate("window.early") == "dark"
    assert desk.page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_on_a_phone_a_card_is_a_sheet_that_leaves_the_words_in_sight(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(viewport={"width": 360, "height": 740})
    desk.open_thread(desk.post())
    mark = desk.page.locator("#m5 a.mark").first

    mark.click()
    desk.card().wait_for()
    desk.page.wait_for_timeout(600)

    sheet = desk.page.locator("#cards").bounding_box()
    words = mark.bounding_box()
    assert sheet["y"] + sheet["height"] == pytest.approx(740, abs=1)
    assert words["y"] + words["height"] <= sheet["y"]
    desk.card().get_by_role("button", name="Close").click()
    assert desk.card().count() == 0


def test_what_can_be_pressed_is_24_pixels_or_more(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(viewport={"width": 360, "height": 740})
    desk.open_thread(desk.post())

    small = desk.page.evaluate(
        """() => [...document.querySelectorAll("button, .chip, .place, .mark-place, summary, .frame a")]
            .filter((one) => one.checkVisibility() && !one.closest(".tension, dialog"))
            .map((one) => [one.className, one.textContent.trim(), one.getBoundingClientRect()])
            .filter(([, , box]) => box.height < 24 || box.width < 24)
            .map(([name, text, box]) => `${name} ${text} ${box.width}x${box.height}`)"""
    )
    assert small == []


def test_nothing_is_asked_for_from_outside(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk("")
    asked = []
    desk.page.on("request", lambda request: asked.append(request.url))
    desk.sign_in("dora")
    desk.open_thread(desk.post())

    assert [address for address in asked if not address.startswith((desk.server.address, "data:"))] == []


def test_without_scripts_a_mark_still_leads_to_its_card(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(java_script_enabled=False)
    desk.page.goto(f"/c/{desk.post()}/")

    desk.page.locator("#m3 a.mark").first.click()

    assert desk.page.locator(".card", has_text="Brings up last time").first.is_visible()


def test_an_agent_is_not_offered_what_is_not_theirs(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk("amir")
    desk.open_thread(desk.post())
    desk.page.locator("#m3 a.mark").first.click()

    assert desk.card().get_by_role("button", name="for the desk").count() == 0
    assert desk.page.get_by_role("link", name="Health").count() == 0


def test_quiet_hours_are_set_and_taken_back_on_the_account_page(desk: Desk) -> None:
    page = desk.page
    keep = page.get_by_role("button", name="Keep these settings")
    page.goto("/account/")
    page.get_by_label("From").fill("22:00")
    page.get_by_label("until").fill("07:00")
    keep.click()
    page.get_by_text("Your settings are kept.").wait_for()
    assert page.get_by_role("group", name="Quiet hours").get_by_label("From").input_value() == "22:00"

    page.get_by_label("From").fill("")
    page.get_by_label("until").fill("")
    keep.click()
    page.get_by_text("Your settings are kept.").wait_for()
    assert page.get_by_label("until").input_value() == ""
