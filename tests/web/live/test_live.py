from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.web.conftest import wire
from tests.web.live.pages import Page
from tests.web.server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("live") / "data").start()
    yield server
    server.close()


def message(name: str, text: str = "Is anybody there?") -> dict[str, object]:
    return {"id": name, "sender": "U1", "text": text}


def test_each_appended_message_is_told_to_an_open_page_and_shown(server: Server) -> None:
    api, person = server.client(), server.browser()
    slug = api.post("/api/conversations", content=wire("live-1")).json()["id"]
    page = Page(person, f"/c/{slug}/events")
    seconds = []
    for number in range(12):
        began = time.monotonic()
        answer = api.post(
            f"/api/conversations/{slug}/messages", json=message(f"n{number}", f"Message number {number}.")
        )
        assert answer.status_code == 201
        kind, data, _ = page.events.get(timeout=30)
        shown = person.get(f"/c/{slug}/fragment/", headers={"HX-Request": "true"})
        seconds.append(time.monotonic() - began)
        assert (kind, data["version"]) == ("changed", answer.json()["version"])
        assert f"Message number {number}." in shown.text
    assert page.events.empty()
    median, slowest = statistics.median(seconds) * 1000, max(seconds) * 1000
    print(f"from POST to the page: median {median:.0f} ms, slowest {slowest:.0f} ms")


def test_the_inbox_hears_of_a_new_conversation(server: Server) -> None:
    page = Page(server.browser(), "/events")
    slug = server.client().post("/api/conversations", content=wire("live-2")).json()["id"]
    kind, data, _ = page.events.get(timeout=30)
    assert (kind, data) == ("changed", {"conversation": slug, "version": 1})


def test_an_inbox_does_not_hear_of_what_its_person_may_not_see(server: Server) -> None:
    outsider = Page(server.browser("ana"), "/events")
    insider = Page(server.browser("amir"), "/events")
    server.client().post("/api/conversations", content=wire("live-3"))
    insider.events.get(timeout=30)
    assert outsider.events.empty()


def test_a_file_is_replayed_into_a_page_with_one_command(server: Server, tmp_path: Path) -> None:
    (tmp_path / "talk.json").write_bytes(wire("replayed"))
    page = Page(server.browser(), "/events")
    command = [
        sys.executable,
        "-c",
        "from calmdesk.cli.main import main; main()",
        "replay",
        str(tmp_path / "talk.json"),
        "--speed",
        "1000",
    ]
    done = subprocess.run(
        [*command, "--url", server.address], env=server.environment(), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    versions = [page.events.get(timeout=10)[1]["version"] for _ in range(2)]
    assert versions == sorted(versions)
    slug = done.stdout.partition("/c/")[2].partition("/")[0]
    assert len(server.client().get(f"/api/conversations/{slug}").json()["messages"]) == 3


def test_a_page_of_another_conversation_stays_as_it_is(server: Server) -> None:
    api, person = server.client(), server.browser()
    one, other = (api.post("/api/conversations", content=wire(name)).json()["id"] for name in ("a", "b"))
    page = Page(person, f"/c/{one}/events")
    api.post(f"/api/conversations/{other}/messages", json=message("x"))
    api.post(f"/api/conversations/{one}/messages", json=message("y"))
    _, data, _ = page.events.get(timeout=30)
    assert data == {"version": 2}
    assert page.events.empty()


def test_a_page_closes_by_itself_after_signing_out(server: Server) -> None:
    person = server.browser("priya")
    slug = server.client().post("/api/conversations", content=wire("live-4")).json()["id"]
    page = Page(person, f"/c/{slug}/events")
    with httpx.Client(base_url=server.address, cookies=person.cookies) as leaving:
        leaving.post("/sign-out/", data={"csrfmiddlewaretoken": person.cookies["calmdesk-csrf"]})
    kind, _, _ = page.events.get(timeout=30)
    assert kind == "gone"


def test_stopping_the_server_does_not_wait_for_open_pages(tmp_path_factory: pytest.TempPathFactory) -> None:
    server = Server(tmp_path_factory.mktemp("stop") / "data").start()
    page = Page(server.browser(), "/events")
    assert not page.is_closed.is_set()
    began = time.monotonic()
    # Nobody closes the page: a server that waited for it would still run when the time is up.
    server.stop(timeout=30)
    print(f"stopped with a page open in {time.monotonic() - began:.1f} s")
    assert server.process is not None
    assert server.process.returncode == 0
    assert page.is_closed.wait(30)
    server.close()
