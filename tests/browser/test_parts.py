from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.browser.desk import Desk

TOLD = (("U1", "Hello, my VPN keeps dropping since Monday. I have restarted the laptop."),)


def opened(desk: Desk) -> None:
    desk.open_thread(desk.post(TOLD))
    desk.page.get_by_text("Build it from parts").click()
    desk.page.locator("#build[data-ready]").wait_for()


def test_a_reply_is_built_from_parts_corrected_inserted_and_checked(desk: Desk) -> None:
    opened(desk)
    page, reply = desk.page, desk.page.locator("#reply")
    since = page.locator("[data-part=restatement]", has_text="since Monday")
    assert since.get_by_role("link").get_attribute("href") == "#m1"

    since.get_by_role("textbox").fill("since Tuesday")
    page.locator("[data-part=acknowledgement]").get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Insert all").click()

    written = reply.input_value()
    assert "you keep losing your VPN. This has been going on since Tuesday." in written
    assert "Monday" not in written
    assert "Thank you for the details" not in written
    assert written.index("you keep losing") < written.index("by …") < written.index("Are you on wifi")
    assert "\n\nYou hear from me by" in written
    # The place that is still empty is marked, so that one types over it.
    page.keyboard.type("15:00")
    assert "You hear from me by 15:00, with or without news." in reply.input_value()
    page.locator("#holds .has", has_text="restates").wait_for()
    assert page.locator("#findings .finding").count() == 0


def test_one_part_is_inserted_by_keyboard_and_the_next_is_near(desk: Desk) -> None:
    opened(desk)
    first = desk.page.locator("[data-part=restatement]").first

    first.get_by_role("textbox").focus()
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Enter")

    assert desk.page.locator("#reply").input_value() == "As I understand it, you keep losing your VPN."
    assert first.get_by_role("button").evaluate("one => one === document.activeElement")


def test_a_correction_stays_on_the_page(desk: Desk) -> None:
    opened(desk)
    desk.page.locator("[data-part=restatement]").first.get_by_role("textbox").fill("something else")

    desk.page.reload()
    desk.page.get_by_text("Build it from parts").click()
    desk.page.locator("#build[data-ready]").wait_for()

    assert desk.page.locator("[data-part=restatement]").first.get_by_role("textbox").inner_text() == (
        "you keep losing your VPN"
    )


def test_the_parts_are_usable_by_everyone(
    open_desk: Callable[..., Desk], seriously_wrong: Callable[[Any], list[str]]
) -> None:
    for shape in ({}, {"color_scheme": "dark"}, {"viewport": {"width": 360, "height": 740}}):
        desk = open_desk(**shape)
        opened(desk)
        assert seriously_wrong(desk.page) == []
        assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
