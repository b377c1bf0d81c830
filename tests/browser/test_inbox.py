from __future__ import annotations

from collections.abc import Callable

from tests.browser.desk import Desk


def test_the_inbox_shows_the_examples_by_what_needs_a_look(desk: Desk) -> None:
    desk.page.goto("/")

    headings = desk.page.locator(".inbox-group h2").all_inner_texts()
    assert headings[-1].startswith("No signs found")
    assert desk.page.locator(".row").count() >= 16


def test_searching_narrows_without_a_reload_and_is_in_the_address(desk: Desk) -> None:
    name = desk.post()
    desk.page.goto("/")
    desk.page.evaluate("window.sameDocument = true")

    desk.page.get_by_role("searchbox").fill(name)
    desk.page.locator(".row").nth(1).wait_for(state="detached")

    assert desk.page.evaluate("window.sameDocument")
    assert f"search={name}" in desk.page.url
    desk.page.reload()
    assert desk.page.locator(".row").count() == 1


def test_a_filter_that_nothing_fits_says_so(desk: Desk) -> None:
    desk.page.goto("/?search=nothing-has-these-words")

    assert desk.page.get_by_role("heading", name="Nothing matches").is_visible()


def test_choosing_calm_shows_calm_ones_only(desk: Desk) -> None:
    desk.page.goto("/")

    desk.page.get_by_role("combobox", name="Tone").select_option("calm")
    desk.page.locator(".inbox-group").nth(1).wait_for(state="detached")

    assert desk.page.locator(".inbox-group h2").inner_text().startswith("No signs found")


def test_an_agent_walks_what_needs_them_first_and_may_look_at_everybodys(open_desk: Callable[..., Desk]) -> None:
    page = open_desk("amir").page
    page.goto("/")
    headings = page.locator(".inbox-group h2").all_inner_texts()
    assert headings[0].startswith("Needs you now")

    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.querySelector('.group-now .row > a')")

    page.get_by_role("combobox", name="Whose").select_option("all")
    page.locator(".group-now").wait_for(state="detached")
    assert "whose=all" in page.url
