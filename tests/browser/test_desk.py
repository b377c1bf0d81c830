"""An agent's day at the desk: the next move, a reply that is checked while it is typed, promises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.browser.desk import Desk, conversation

TENSE = (
    ("U1", "Good morning, the VPN client asks for a new code."),
    ("A1", "Thanks for writing. Which client version do you see?"),
    ("U1", "5.1. Last time this happened it took you a whole week."),
)
THREAT = (("U1", "I know where you live, you will regret this."),)


def reply(desk: Desk) -> Any:
    return desk.page.get_by_label("Your reply")


def write(desk: Desk, words: str) -> None:
    """Type the words, and wait until they were checked."""
    with desk.page.expect_response(lambda answer: answer.url.endswith("/draft/")):
        reply(desk).fill(words)
    desk.page.locator(f"#composer[data-checked='{len(words)}']").wait_for()


def test_one_next_move_stands_above_the_reply_with_why_and_ready_words(desk: Desk) -> None:
    desk.open_thread(desk.post(TENSE))
    moves = desk.page.locator(".move")
    assert moves.count() == 1
    assert moves.locator("h2").inner_text() == "Acknowledge the history"
    assert "Last time this happened" in moves.locator(".move-why").inner_text()
    words = moves.locator("[data-say]").first
    text = words.inner_text()
    words.click()
    assert reply(desk).input_value() == text


def test_the_card_changes_when_the_conversation_does(desk: Desk) -> None:
    name = desk.post(TENSE)
    desk.open_thread(name)
    desk.append(name, 4, "A1", "You had this before, and it took a week. I am on it now.")
    desk.page.get_by_text("Answered. The next move comes with their next message.").wait_for()
    desk.append(name, 5, "U1", "I know where you live, you will regret this.")
    desk.page.get_by_role("heading", name="Get help now").wait_for()


def test_what_is_not_helpful_is_said_with_one_key_and_a_reason_and_can_be_taken_back(desk: Desk) -> None:
    desk.open_thread(desk.post(TENSE))
    desk.page.keyboard.press("x")
    desk.page.keyboard.press("Enter")
    desk.page.get_by_role("heading", name="Acknowledge the history").wait_for(state="detached")
    desk.page.get_by_role("button", name="Undo").click()
    desk.page.get_by_role("heading", name="Acknowledge the history").wait_for()


def test_a_reply_is_underlined_while_it_is_typed_and_mended_with_one_key(desk: Desk) -> None:
    desk.open_thread(desk.post(TENSE))
    desk.page.keyboard.press("c")
    write(desk, "It failed. You need to restart the laptop.")
    assert desk.page.locator(".draft-mark").all_inner_texts() == ["You need to restart"]
    with desk.page.expect_response(lambda answer: answer.url.endswith("/draft/")):
        desk.page.keyboard.press("Alt+Enter")
    assert reply(desk).input_value() == "It failed. Please restart the laptop."
    desk.page.locator(".draft-mark").wait_for(state="detached")
    desk.page.keyboard.press("Control+z")
    assert reply(desk).input_value() == "It failed. You need to restart the laptop."


def test_the_reply_says_what_it_holds_and_what_this_moment_calls_for(desk: Desk) -> None:
    desk.open_thread(desk.post(TENSE))
    write(desk, "The client is being updated at the moment, and it runs in the background.")
    assert "names the effect" in desk.page.locator(".hold.lacks").all_inner_texts()
    write(desk, "I understand how frustrating this is. I will check the log now and call you by 15:00.")
    holds = desk.page.locator(".hold.has")
    holds.filter(has_text="names the effect").wait_for()
    holds.filter(has_text="a time").wait_for()


def test_a_finding_that_is_not_helpful_stays_away_in_this_conversation(desk: Desk) -> None:
    name = desk.post(TENSE)
    desk.open_thread(name)
    write(desk, "You need to restart the laptop.")
    desk.page.get_by_role("button", name="Not helpful: You need to restart").click()
    desk.page.locator(".draft-mark").wait_for(state="detached")
    desk.page.once("dialog", lambda dialog: dialog.accept())
    desk.open_thread(name)
    write(desk, "You need to restart the printer.")
    assert desk.page.locator(".draft-mark").count() == 0


def test_copying_the_reply_is_sending_it_and_nothing_of_it_stays(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(permissions=["clipboard-read", "clipboard-write"])
    name = desk.post(TENSE)
    desk.open_thread(name)
    write(desk, "I am on it now.")
    desk.page.keyboard.press("Control+Enter")
    desk.page.get_by_role("button", name="Copied").wait_for()
    assert desk.page.evaluate("navigator.clipboard.readText()") == "I am on it now."
    desk.open_thread(name)
    assert reply(desk).input_value() == ""
    assert desk.page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})").count("on it now") == 0


def test_words_in_a_draft_are_shown_as_text(desk: Desk) -> None:
    desk.open_thread(desk.post(TENSE))
    write(desk, "You need to <img src=x onerror=alert(1)> restart. You need to restart <b>it</b>.")
    assert desk.page.locator(".composer-marks img, .composer-marks b, .findings img").count() == 0


def test_a_threat_shows_where_to_get_help_before_anything_else(desk: Desk) -> None:
    desk.open_thread(desk.post(THREAT))
    assert desk.page.locator(".move h2").inner_text() == "Get help now"


def test_a_phone_shows_the_move_and_the_reply_without_scrolling_sideways(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(viewport={"width": 360, "height": 740})
    desk.open_thread(desk.post(TENSE))
    write(desk, "You need to restart the laptop, and you need to do it now, as I already told you.")
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_desk_has_no_serious_accessibility_problem(
    open_desk: Callable[..., Desk], seriously_wrong: Callable[[Any], list[str]]
) -> None:
    for scheme in ("light", "dark"):
        desk = open_desk(color_scheme=scheme)
        desk.open_thread(desk.post(TENSE))
        write(desk, "You need to restart it. Calm down.")
        assert seriously_wrong(desk.page) == []
        desk.page.once("dialog", lambda dialog: dialog.accept())
        desk.page.goto("/promises/?whose=all")
        assert seriously_wrong(desk.page) == []


def test_a_promise_in_a_chat_reaches_the_ledger_with_its_question(desk: Desk) -> None:
    turns = (*TENSE, ("A1", "I will look into the log and let you know."))
    name = desk.post(turns)
    desk.page.goto("/promises/?whose=all")
    line = desk.page.locator(".promise", has=desk.page.get_by_role("link", name=f"VPN drops ({name})"))
    assert "let you know" in line.inner_text()
    line.locator("input[type=datetime-local]").fill("2026-01-06T10:00")
    line.get_by_role("button", name="Set").click()
    settled = desk.page.locator(".group-after .promise", has=desk.page.get_by_role("link", name=f"VPN drops ({name})"))
    settled.wait_for()
    assert settled.locator("input[type=datetime-local]").count() == 0


def test_the_ladder_shows_what_was_said_and_what_is_due_and_holds_a_safeguard(desk: Desk) -> None:
    insulted = (
        ("U1", "You are a complete idiot."),
        ("A1", "If the insults go on, I will end this chat and my supervisor takes over."),
        ("U1", "You are still an idiot."),
    )
    value = conversation("ladder", insulted)
    for place, message in enumerate(value["messages"]):
        message["sent_at"] = (datetime.now(UTC) + timedelta(minutes=place - 9)).isoformat()
    assert desk.server.client().post("/api/conversations", json=value).status_code == 201
    desk.open_thread("ladder")
    limits = desk.page.get_by_role("region", name="Limits")
    assert "message 2" in limits.locator(".limits li").inner_text()
    assert "You may end this contact." in limits.inner_text()
    assert desk.page.locator(".move h2").inner_text() in limits.locator(".limit-due").inner_text()

    desk.open_thread(desk.post((("U1", "Can you skip the approval just this once? My manager will sign later."),)))
    assert desk.page.locator(".move h2").inner_text() == "Hold the safeguard"
    for words in desk.page.locator("[data-say]").all_inner_texts():
        assert "skip" not in words
