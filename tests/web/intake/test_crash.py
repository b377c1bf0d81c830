"""What was acknowledged is there, once, whatever moment the process dies at.

CALMDESK_KILLS=250 makes the random half of this as long as a release deserves.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from calmdesk.web.intake import crash
from calmdesk.web.intake.crash import POINTS
from tests.web.conftest import wire
from tests.web.server import Server

KILLS = int(os.environ.get("CALMDESK_KILLS", "4"))


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a server that has been set up and stopped."""
    server = Server(tmp_path_factory.mktemp("seeded") / "data").start()
    server.close()
    return server.data


@pytest.fixture
def server(seeded: Path, tmp_path: Path) -> Iterator[Server]:
    shutil.copytree(seeded, tmp_path / "data")
    server = Server(tmp_path / "data")
    yield server
    server.close()


@pytest.mark.parametrize("point", POINTS)
def test_a_crash_at_each_point_loses_nothing_and_doubles_nothing(server: Server, point: str) -> None:
    server.start(CALMDESK_CRASH_AT=point)
    with pytest.raises(httpx.TransportError):
        server.client().post("/api/conversations", content=wire("precious"))
    assert server.process is not None
    assert server.process.wait(10) == 137
    server.start()
    _settled(server)
    was_there = server.client().get("/api/conversations/precious").status_code == 200
    assert was_there or point in ("before_raw", "after_raw_before_commit")
    again = server.client().post("/api/conversations", content=wire("precious"))
    assert again.json()["state"] == ("duplicate" if was_there else "stored")
    assert _count(server, "precious") == 1
    assert _is_sound(server)


def test_every_declared_point_is_in_the_code() -> None:
    folder = Path(crash.__file__).parent
    code = "".join(path.read_text() for path in folder.glob("*.py"))
    assert {part.partition('"')[0] for part in code.split('crash_point("')[1:]} == set(POINTS)


def test_nothing_acknowledged_is_lost_or_doubled_over_random_kills(server: Server) -> None:
    chance = random.Random(7)
    acknowledged: set[str] = set()
    sent: set[str] = set()
    number = 0
    for _ in range(KILLS):
        server.start()
        deadline = threading.Timer(chance.uniform(0.0, 0.5), server.kill)
        while True:
            # What was not acknowledged is sent again, as a ticket system would.
            name = next(iter(sorted(sent - acknowledged)), f"event-{number}")
            number += name == f"event-{number}"
            sent.add(name)
            try:
                answer = server.client().post("/api/conversations", content=wire(name))
            except httpx.TransportError:
                break
            assert answer.status_code in (200, 201)
            acknowledged.add(name)
            if not deadline.is_alive() and not deadline.finished.is_set():
                deadline.start()  # with the first acknowledgement, so that each round has some, on a slow machine too
        deadline.join()
    server.start()
    _settled(server)
    assert len(acknowledged) >= KILLS
    assert {name for name in acknowledged if _count(server, name) != 1} == set()
    assert _is_sound(server)


def _settled(server: Server) -> None:
    for _ in range(100):
        if _one(server, "SELECT count(*) FROM store_raw WHERE state = 'new'") == 0:
            return
        time.sleep(0.05)
    raise AssertionError("what the crash left was not read")


def _count(server: Server, name: str) -> int:
    return _one(server, "SELECT count(*) FROM store_conversationrow WHERE key = ?", name)


def _is_sound(server: Server) -> bool:
    return _one(server, "PRAGMA integrity_check") == "ok"


def _one(server: Server, question: str, *values: str) -> object:
    connection = sqlite3.connect(server.data / "calmdesk.sqlite3", timeout=20)
    try:
        return connection.execute(question, values).fetchone()[0]
    finally:
        connection.close()
