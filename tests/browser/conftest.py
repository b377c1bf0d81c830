"""A real calmdesk, and the system's Chromium that looks at it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser import axe
from tests.browser.desk import Desk
from tests.web.server import Server

FLAGS = """
--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update
--disable-sync --disable-dev-shm-usage
""".split()
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = os.environ.get("CALMDESK_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        _not_here("no Chromium on this machine; install it, for example: apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("browser") / "data"
    data.mkdir()
    server = Server(data).start()
    yield server
    server.close()


@pytest.fixture
def open_desk(chromium: Any, server: Server) -> Iterator[Callable[..., Desk]]:
    """Opens calmdesk as somebody, in a window of one's own; a message of the browser's console fails the test."""
    desks: list[Desk] = []

    def opened(name: str = "dora", **options: Any) -> Desk:
        desk = Desk(chromium.new_context(base_url=server.address, reduced_motion="reduce", **options), server)
        desks.append(desk)
        if name:
            desk.sign_in(name)
        return desk

    yield opened
    complaints = [complaint for desk in desks for complaint in desk.complaints]
    for desk in desks:
        desk.context.close()
    assert complaints == []


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


@pytest.fixture(scope="session")
def seriously_wrong() -> Callable[[Any], list[str]]:
    """What axe-core finds serious on a page."""
    try:
        axe.source()
    except axe.AxeMissingError as missing:
        _not_here(str(missing))
    return axe.problems


def _not_here(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
