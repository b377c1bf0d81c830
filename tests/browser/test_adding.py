from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.desk import Desk, conversation

PASTED = """\
Dana: I cannot log in since this morning.
Lee: Which error do you see?
Dana: Last time this happened nobody called.
"""


def test_a_pasted_conversation_opens_as_a_thread(desk: Desk) -> None:
    desk.page.goto("/add/")

    desk.page.get_by_label("Paste it").fill(PASTED)
    desk.page.get_by_label("Who is the agent?").fill("Lee")
    desk.page.get_by_role("button", name="Read it").click()
    desk.page.wait_for_url("**/c/*/")

    assert desk.page.locator(".message").count() == 3
    assert "agent" in desk.page.locator("#m2 .role").inner_text()
    assert desk.page.locator("a.mark", has_text="Last time this happened").is_visible()


def test_a_file_opens_as_a_thread(desk: Desk, tmp_path: Path) -> None:
    import json

    path = tmp_path / "ticket.json"
    path.write_text(json.dumps(conversation("from-a-file", (("U1", "I cannot log in."), ("A1", "Which error?")))))
    desk.page.goto("/add/")

    desk.page.locator("input[type=file]").set_input_files(path)
    assert "ticket.json" in desk.page.locator(".chosen-files").inner_text()
    desk.page.get_by_role("button", name="Read it").click()
    desk.page.wait_for_url("**/c/*/")

    assert desk.page.locator(".message").count() == 2


def test_a_dropped_file_is_chosen(desk: Desk) -> None:
    desk.page.goto("/add/")
    desk.page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["Dana: hello"], "dropped.txt", {type: "text/plain"}));
            const drop = new DragEvent("drop", {dataTransfer: data, bubbles: true});
            document.querySelector("[data-drop]").dispatchEvent(drop);
        }"""
    )

    assert "dropped.txt, 11 bytes" in desk.page.locator(".chosen-files").inner_text()


@pytest.mark.parametrize("size", [1, 600_000], ids=["small", "large"])
def test_a_broken_file_gets_one_clear_sentence_and_nothing_is_lost(desk: Desk, tmp_path: Path, size: int) -> None:
    path = tmp_path / f"broken-{size}.json"
    path.write_text('{"calmdesk": 1, "id": "x", "channel": "chat", "messages": [' + " " * size)
    desk.page.goto("/add/")

    desk.page.locator("input[type=file]").set_input_files(path)
    desk.page.get_by_role("button", name="Read it").click()
    desk.page.locator(".problems").wait_for()

    said = desk.page.locator(".problems").inner_text()
    assert path.name in said
    assert "Traceback" not in said
    desk.page.goto("/quarantine/")
    kept = desk.page.locator(".item", has_text=path.name)
    assert kept.count() == 1
    with desk.page.expect_download() as download:
        kept.get_by_role("link", name="Original").click()
    assert Path(download.value.path()).read_text() == path.read_text()


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "huge.mbox"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    desk.page.goto("/add/")
    desk.page.evaluate("document.getElementById('add').dataset.limitMb = '25'")

    desk.page.locator("input[type=file]").set_input_files(path)
    desk.page.get_by_role("button", name="Read it").click()

    desk.page.locator("[data-progress-word]", has_text="allowed").wait_for()
    assert desk.page.url.endswith("/add/")


def test_nothing_added_says_what_to_do(desk: Desk) -> None:
    desk.page.goto("/add/")

    desk.page.get_by_role("button", name="Read it").click()

    desk.page.locator(".problems", has_text="Paste a conversation or choose a file").wait_for()


def test_somebody_without_a_conversation_at_hand_tries_the_example(desk: Desk) -> None:
    desk.page.goto("/add/")

    desk.page.get_by_role("button", name="Try an example").click()
    desk.page.get_by_role("button", name="Read it").click()
    desk.page.wait_for_url("**/c/*/")

    assert "First shift" in desk.page.locator(".brief").inner_text()
