"""A client library that others wrote, against a real server."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_tool_python import LanguageTool, utils

from tests.web.server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data: Path = tmp_path_factory.mktemp("languagetool") / "data"
    started = Server(data).start()
    yield started
    started.close()


def test_it_underlines_and_corrects_a_draft(server: Server) -> None:
    browser = server.browser("dora")
    form = {"name": "a client", "csrfmiddlewaretoken": browser.cookies["calmdesk-csrf"]}
    page = browser.post("/account/writing-keys/", data=form).text
    (key,) = set(re.findall(r"/lt/(write_[\w-]+)/v2", page))
    draft = "Thanks for the screenshot 😀. You need to restart the laptop."

    client = LanguageTool("en-US", remote_server=f"{server.address}/lt/{key}/")
    (match,) = client.check(draft)

    assert match.rule_id == "tells_them_they_need_to"
    assert match.replacements[0] == "Please restart"
    corrected = utils.correct(draft, [match])
    assert corrected == "Thanks for the screenshot 😀. Please restart the laptop."
