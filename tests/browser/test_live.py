from __future__ import annotations

import time

from tests.browser.desk import TURNS, Desk


def test_a_new_message_shows_by_itself_and_nothing_else_moves(desk: Desk) -> None:
    name = desk.post(TURNS[:4])
    desk.open_thread(name)
    desk.page.evaluate("window.sameDocument = true")
    desk.page.locator("#m3 a.mark").first.click()
    kept = desk.page.locator("#m1").element_handle()
    before = desk.page.evaluate("scrollY")

    desk.append(name, 5, "U1", "You are a complete idiot.")
    desk.page.locator("#m5").wait_for()

    assert desk.page.evaluate("window.sameDocument")
    assert desk.page.evaluate("scrollY") == before
    assert kept.evaluate("one => one.isConnected")
    assert "Brings up last time" in desk.card().inner_text()
    assert "Conduct" in desk.page.locator(".brief-look").inner_text()


def test_the_open_page_shows_each_message_without_being_loaded_again(desk: Desk) -> None:
    name = desk.post(TURNS[:1])
    desk.open_thread(name)
    desk.page.wait_for_timeout(300)
    desk.page.evaluate("window.sameDocument = true")
    times = []
    for place in range(2, 12):
        started = time.perf_counter()
        desk.append(name, place, "A1" if place % 2 == 0 else "U1", f"Step {place} is done now, please try it again.")
        desk.page.locator(f"#m{place}").wait_for(state="attached")
        times.append(time.perf_counter() - started)

    times.sort()
    print(f"from POST to the page: median {times[5] * 1000:.0f} ms, slowest {times[-1] * 1000:.0f} ms")
    assert desk.page.evaluate("window.sameDocument")
    assert desk.page.locator("[id^=m].message").count() == 11


def test_whoever_has_the_end_in_sight_keeps_it_and_whoever_reads_further_up_is_left_there(desk: Desk) -> None:
    name = desk.post(TURNS[:4] * 3)
    desk.open_thread(name)
    desk.page.wait_for_timeout(300)
    desk.page.evaluate("scrollTo(0, document.body.scrollHeight)")

    desk.append(name, 13, "U1", "It dropped again.\n\nAnd again.\n\nAnd again.")
    desk.page.locator("#m13").wait_for()
    assert desk.page.locator("#m13").evaluate("one => one.getBoundingClientRect().bottom <= innerHeight")

    desk.page.evaluate("scrollTo(0, 100)")
    desk.append(name, 14, "U1", "It dropped again.")
    desk.page.locator("#m14").wait_for()
    assert desk.page.evaluate("scrollY") == 100


def test_focus_stays_where_it_was_when_a_message_arrives(desk: Desk) -> None:
    name = desk.post(TURNS[:4])
    desk.open_thread(name)
    desk.page.locator("#m3 a.mark").first.focus()

    desk.append(name, 5, "U1", "It dropped again.")
    desk.page.locator("#m5").wait_for()

    assert desk.page.evaluate("document.activeElement.textContent") == "Last time this happened"


def test_open_details_stay_open_when_a_message_arrives(desk: Desk) -> None:
    name = desk.post(TURNS[:4])
    desk.open_thread(name)
    desk.page.locator(".people summary").first.click()

    desk.append(name, 5, "U1", "It dropped again.")
    desk.page.locator("#m5").wait_for()

    assert desk.page.locator(".people details[open]").count() == 1


def test_a_new_conversation_comes_into_the_open_inbox(desk: Desk) -> None:
    desk.page.goto("/")
    desk.page.wait_for_timeout(500)

    name = desk.post()

    desk.page.locator(".row", has_text=f"({name})").wait_for()


def test_news_is_told_politely_and_once(desk: Desk) -> None:
    name = desk.post(TURNS[:2])
    desk.open_thread(name)

    desk.append(name, 3, "U1", "It is the same as before.")
    desk.append(name, 4, "A1", "Thank you, I am looking at it.")
    desk.page.locator("#said", has_text="new message").wait_for(state="attached")

    assert desk.page.locator("#said").get_attribute("aria-live") == "polite"
