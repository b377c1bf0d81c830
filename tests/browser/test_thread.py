from __future__ import annotations

import re

from tests.browser.desk import Desk


def test_pointing_at_a_mark_shows_its_card_beside_the_thread(desk: Desk) -> None:
    desk.open_thread(desk.post())

    desk.page.locator(".messages a.mark", has_text="Last time this happened").hover()
    desk.card().wait_for()

    assert "Brings up last time" in desk.card().inner_text()
    for heading in ("What was seen", "Why it matters", "Often innocent when", "What helps"):
        assert heading in desk.card().inner_text()
    assert desk.card().get_by_role("link", name="The whole rule").is_visible()


def test_the_words_on_the_page_are_the_words_that_were_sent(desk: Desk) -> None:
    text = "Zeile <b>eins</b>\n\n  two   spaces &amp; \U0001f621 Last time this happened please look."
    desk.open_thread(desk.post((("U1", "The VPN asks for a code."), ("A1", "Since when?"), ("U1", text))))

    assert desk.page.locator("#m3 .text").evaluate("one => one.textContent") == text
    assert desk.page.locator("#m3 a.mark").first.inner_text() == "Last time this happened"


def test_upset_and_hostile_marks_differ_by_line_and_word_not_only_colour(desk: Desk) -> None:
    desk.open_thread(desk.post())

    line = "one => getComputedStyle(one.querySelector('.seg')).textDecorationStyle"
    upset = desk.page.locator("#m3 a.mark").first
    hostile = desk.page.locator("#m5 a.mark").first
    assert upset.evaluate(line) == "solid"
    assert hostile.evaluate(line) == "wavy"
    assert "at a person: abuse" in desk.page.locator("#m5 .stance").inner_text()


def test_the_first_shift_is_named_in_a_sentence_and_leads_to_its_message(desk: Desk) -> None:
    desk.open_thread(desk.post())

    desk.page.get_by_role("link", name=re.compile("First shift: message 3, 09:03")).click()

    assert desk.page.evaluate("location.hash") == "#m3"
    assert desk.page.locator("#m3").evaluate("one => one.matches(':target')")


def test_a_point_on_the_tension_line_leads_to_its_message(desk: Desk) -> None:
    desk.open_thread(desk.post())

    desk.page.locator(".tension-stop[href='#m5']").click()

    assert desk.page.evaluate("location.hash") == "#m5"


def test_the_tension_line_is_a_table_too(desk: Desk) -> None:
    desk.open_thread(desk.post())

    desk.page.locator(".tension-table summary").focus()
    desk.page.keyboard.press("Enter")

    rows = desk.page.locator(".tension-table tbody tr").all_inner_texts()
    assert len(rows) == 5
    assert "first shift" in rows[2]
    assert "loudest" in rows[4]
    assert "hostile to a person" in rows[4]


def test_silencing_a_rule_here_takes_its_marks_away_and_undo_brings_them_back(desk: Desk) -> None:
    desk.open_thread(desk.post())
    mark = desk.page.locator("a.mark", has_text="Last time this happened")

    mark.click()
    desk.card().get_by_role("button", name="here").click()
    mark.wait_for(state="detached")
    assert "Brings up last time" in desk.page.locator(".silenced-list").inner_text()
    desk.page.locator("#notices").get_by_role("button", name="Undo").click()

    mark.wait_for()
    assert desk.page.locator(".silenced-list").count() == 0


def test_a_conduct_rule_cannot_be_silenced_for_the_desk(desk: Desk) -> None:
    desk.open_thread(desk.post())

    desk.page.locator("#m5 a.mark").first.click()
    assert desk.card().get_by_role("button", name="for me").is_visible()
    assert desk.card().get_by_role("button", name="for the desk").count() == 0

    desk.page.locator("#m3 a.mark").first.click()
    assert desk.card().get_by_role("button", name="for the desk").is_visible()


def test_a_role_is_corrected_in_one_click(desk: Desk) -> None:
    desk.open_thread(desk.post())

    person = desk.page.locator(".people li", has_text="Lee")
    person.get_by_text("Correct the role").click()
    person.get_by_role("button", name="someone else").click()

    desk.page.locator("#m2.side-other").wait_for()
    assert "someone else" in person.inner_text()


def test_a_calm_conversation_looks_calm(desk: Desk) -> None:
    desk.open_thread(desk.post((("U1", "The printer is empty."), ("A1", "I bring paper."), ("U1", "Thank you."))))

    assert "Nothing to point at" in desk.page.locator(".brief").inner_text()
    assert desk.page.locator("a.mark, .stance, .shift-line").count() == 0


def test_another_language_is_not_judged_and_never_called_calm(desk: Desk) -> None:
    german = "Der Drucker im dritten Stock druckt seit heute früh leider nur noch leere Seiten, bitte um Hilfe."
    desk.open_thread(desk.post((("U1", german), ("A1", "Danke, wir schauen uns den Drucker heute noch an."))))

    brief = desk.page.locator(".brief").inner_text()
    assert "Not judged" in brief
    assert "German" in brief
    assert "Calm" not in brief
    assert "not judged" in desk.page.locator("#m1 .who").inner_text()


def test_the_reading_is_there_as_json(desk: Desk) -> None:
    desk.open_thread(desk.post())

    address = desk.page.get_by_role("link", name="This reading as JSON").get_attribute("href")
    reading = desk.page.request.get(address).json()

    assert reading["first_shift"]["message"] == "m3"
