from __future__ import annotations

from tests.browser.desk import Desk


def test_from_sign_in_to_a_card_and_back_without_a_mouse(desk: Desk) -> None:
    name = desk.post()
    page = desk.page
    page.goto("/")

    page.keyboard.press("/")
    page.keyboard.type(name)
    page.locator(".row").nth(1).wait_for(state="detached")
    page.keyboard.press("Tab")
    page.locator("body").click(position={"x": 2, "y": 2})
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.locator("#thread[data-ready=yes]").wait_for()
    page.keyboard.press("n")
    desk.card().wait_for()
    assert "Brings up last time" in desk.card().inner_text()

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('card')")
    page.keyboard.press("Escape")
    assert desk.card().count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Last time this happened"

    page.keyboard.press("u")
    page.wait_for_url("**/")


def test_j_and_k_walk_and_f_goes_to_the_first_shift(desk: Desk) -> None:
    desk.open_thread(desk.post())
    here = "document.activeElement.id"

    desk.page.keyboard.press("j")
    desk.page.keyboard.press("j")
    assert desk.page.evaluate(here) == "m2"
    desk.page.keyboard.press("k")
    assert desk.page.evaluate(here) == "m1"
    desk.page.keyboard.press("f")
    assert desk.page.evaluate(here) == "m3"


def test_the_list_of_keys_opens_with_a_question_mark_and_can_turn_them_off(desk: Desk) -> None:
    desk.open_thread(desk.post())

    desk.page.keyboard.press("?")
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_label("Single keys do this").uncheck()
    dialog.get_by_role("button", name="Close").click()
    desk.page.keyboard.press("f")

    assert desk.page.evaluate("document.activeElement.id") != "m3"


def test_keys_do_nothing_while_somebody_types(desk: Desk) -> None:
    desk.page.goto("/add/")
    box = desk.page.get_by_label("Paste it")
    box.click()

    desk.page.keyboard.type("jku?/f")

    assert box.input_value() == "jku?/f"
    assert desk.page.get_by_role("dialog").count() == 0


def test_the_first_stop_skips_to_the_content(desk: Desk) -> None:
    desk.page.goto("/rules/")

    desk.page.keyboard.press("Tab")
    assert desk.page.evaluate("document.activeElement.textContent") == "Skip to the content"
    desk.page.keyboard.press("Enter")

    assert desk.page.evaluate("document.activeElement.id") == "main"
