"""The panel inside another site's page: the helpdesk of one page that the guide shows, run as it stands there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.browser.desk import Desk
from tests.web.server import Server

GUIDE = Path(__file__).parents[2] / "docs" / "howto" / "put-the-panel-into-a-helpdesk.md"
TURNS = (
    ("U1", "Good morning, the VPN client asks for a new code."),
    ("A1", "Thanks for writing. Which client version do you see?"),
    ("U1", "5.1. Last time this happened nobody called back."),
)


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[Server]:
    """A calmdesk at 127.0.0.1 that one page at localhost may frame, which to a browser is another site."""
    data = tmp_path_factory.mktemp("panel") / "data"
    data.mkdir()
    server = Server(data, settings={"CALMDESK_PANEL_ORIGINS": f"http://localhost:{port}"}).start()
    yield server
    server.close()


@pytest.fixture(scope="module", autouse=True)
def helpdesk(server: Server, port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    script = tmp_path_factory.mktemp("helpdesk") / "helpdesk.py"
    script.write_text(GUIDE.read_text(encoding="utf-8").split("```python\n")[1].partition("```")[0], encoding="utf-8")
    settings = {"CALMDESK": server.address, "TOKEN": server.token(), "PORT": str(port)}
    process = subprocess.Popen([sys.executable, str(script)], env=os.environ | settings, stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            httpx.get(f"http://127.0.0.1:{port}/nothing", timeout=5)
            break
        except httpx.TransportError:
            time.sleep(0.05)
    yield
    process.kill()
    process.wait()


@pytest.fixture
def ticket(open_desk: Callable[..., Desk], port: int) -> tuple[Desk, str]:
    """A browser in which nobody is signed in to calmdesk, on the page of a ticket; and the ticket's id."""
    desk = open_desk(name="")
    name = desk.post(TURNS)
    desk.page.goto(f"http://localhost:{port}/{name}")
    panel(desk).locator("main[data-ready=yes]").wait_for()
    return desk, name


def panel(desk: Desk) -> Any:
    return desk.page.frame_locator("iframe")


def frame(desk: Desk) -> Any:
    return desk.page.frames[1]


def test_the_agent_writes_sees_an_underline_and_applies_the_calmer_words(ticket: tuple[Desk, str]) -> None:
    desk, _ = ticket
    field = panel(desk).get_by_label("Your reply")

    field.click()
    desk.page.keyboard.type("You need to restart the client.")
    panel(desk).locator(".draft-mark", has_text="You need to").wait_for()
    desk.page.keyboard.press("Alt+Enter")

    panel(desk).locator(".finding").wait_for(state="detached")
    assert "You need to" not in field.input_value()
    assert field.input_value().endswith("restart the client.")


def test_ready_words_go_into_the_reply_and_the_reply_can_be_copied(ticket: tuple[Desk, str]) -> None:
    desk, _ = ticket
    words = panel(desk).locator(".say").first.inner_text()

    panel(desk).locator(".say").first.click()
    panel(desk).get_by_role("button", name="Copy the reply").click()

    panel(desk).get_by_role("button", name="Copied").wait_for()
    assert panel(desk).get_by_label("Your reply").input_value() == words


def test_only_the_opening_itself_holds_the_token_and_no_cookie_is_set(
    open_desk: Callable[..., Desk], port: int
) -> None:
    desk = open_desk(name="")
    asked: list[tuple[str, str]] = []
    desk.page.on("request", lambda one: asked.append((one.url, one.headers.get("referer", ""))))
    desk.page.goto(f"http://localhost:{port}/{desk.post(TURNS)}")
    panel(desk).locator("main[data-ready=yes]").wait_for()
    panel(desk).get_by_label("Your reply").fill("You need to restart the client.")
    panel(desk).locator(".finding").first.wait_for()

    assert frame(desk).url == f"{desk.server.address}/panel/"
    assert "data-carried" not in frame(desk).content()
    assert any(url.endswith("/panel/draft/") for url, _ in asked)
    assert [url.partition("=")[0] for url, referer in asked if "token=" in url + referer] == [
        f"{desk.server.address}/panel/?token"
    ]
    assert desk.context.cookies() == []


def test_not_helpful_brings_another_move_and_undo_the_first_one_back(ticket: tuple[Desk, str]) -> None:
    desk, _ = ticket
    title = panel(desk).locator("#move-title").inner_text()

    panel(desk).get_by_text("Not helpful").first.click()
    panel(desk).get_by_role("button", name="Not now").click()
    panel(desk).get_by_role("button", name="Undo").wait_for()
    assert panel(desk).locator("#move-title", has_text=title).count() == 0
    desk.page.keyboard.press("Enter")

    panel(desk).locator("#move-title", has_text=title).wait_for()
    assert panel(desk).get_by_role("button", name="Undo").count() == 0


def test_the_card_follows_the_conversation_and_what_is_typed_stays(ticket: tuple[Desk, str]) -> None:
    desk, name = ticket
    panel(desk).get_by_label("Your reply").fill("I am looking at it now.")

    desk.append(name, 4, "A1", "I am on it, and will write to you by 16:00 today.")
    frame(desk).evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    panel(desk).get_by_text("Answered. The next move comes with their next message.").wait_for()
    assert panel(desk).get_by_label("Your reply").input_value() == "I am looking at it now."


def test_a_panel_that_has_ended_says_so_and_keeps_the_words(ticket: tuple[Desk, str]) -> None:
    desk, _ = ticket
    desk.page.route("**/panel/draft/", lambda route: route.fulfill(status=403))

    panel(desk).get_by_label("Your reply").fill("You need to restart it.")

    panel(desk).get_by_role("alert").get_by_text("This panel has ended.").wait_for()
    assert panel(desk).get_by_label("Your reply").input_value() == "You need to restart it."
    assert panel(desk).get_by_role("button", name="Copy the reply").is_visible()


def test_a_page_that_is_not_listed_may_not_show_it(ticket: tuple[Desk, str], port: int) -> None:
    desk, name = ticket

    # The same helpdesk under another name is another origin.
    desk.page.goto(f"http://127.0.0.1:{port}/{name}")
    desk.page.wait_for_function("document.querySelector('iframe').contentDocument === null")

    assert panel(desk).locator("#desk-panel").count() == 0
    assert frame(desk).url.startswith("chrome-error:")
    refused = [complaint for complaint in desk.complaints if "frame-ancestors" in complaint]
    desk.complaints.clear()
    assert refused


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 480])
def test_it_fits_a_narrow_column_and_axe_finds_nothing_serious(
    open_desk: Callable[..., Desk],
    port: int,
    seriously_wrong: Callable[[Any], list[str]],
    width: int,
    scheme: str,
) -> None:
    desk = open_desk(name="", color_scheme=scheme)
    desk.page.goto(f"http://localhost:{port}/{desk.post(TURNS)}")
    panel(desk).locator("main[data-ready=yes]").wait_for()
    # High enough that nothing scrolls under the button at the foot.
    size = {"width": f"{width}px", "height": "1400px"}
    desk.page.locator("iframe").evaluate("(one, size) => Object.assign(one.style, size)", size)
    panel(desk).get_by_label("Your reply").fill("You need to restart it. Unfortunately we can't help you today.")
    panel(desk).locator(".finding").first.wait_for()

    assert frame(desk).evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seriously_wrong(frame(desk)) == []
