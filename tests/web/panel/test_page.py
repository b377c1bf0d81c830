"""What a panel shows, and the headers around it."""

from __future__ import annotations

import dataclasses
import io
import logging
from collections.abc import Callable, Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from calmdesk.web.config.logs import JsonLines
from calmdesk.web.store import services as store
from calmdesk.web.store.models import Unhelpful
from calmdesk.web.store.services import Stored
from tests.cast import Cast
from tests.web.conftest import conversation
from tests.web.panel.conftest import HELPDESK, Helpdesk, attribute


def test_the_page_has_the_card_and_the_composer_and_not_the_frame(helpdesk: Helpdesk, stored: Stored) -> None:
    text = helpdesk.open(helpdesk.ask(stored.slug).json()["token"]).content.decode()
    assert 'class="move"' in text
    assert 'data-check="/panel/draft/"' in text
    assert 'action="/panel/unhelpful/"' in text
    assert "for <bdi>amir</bdi>" in text
    for part in ("frame-nav", 'href="/', "csrfmiddlewaretoken", "/c/"):
        assert part not in text.replace('href="/static/', "")


def test_no_cookie_is_ever_set(helpdesk: Helpdesk, stored: Stored, carried: str) -> None:
    helpdesk.card(carried)
    helpdesk.post("draft/", carried, text="You need to wait.")
    helpdesk.post("unhelpful/", carried, rule="give_a_time", why="moment")
    assert not helpdesk.frame.cookies


def test_a_draft_is_checked_as_on_the_desks_own_page(
    helpdesk: Helpdesk, cast: Cast, stored: Stored, signed_in: Callable[..., Client], carried: str
) -> None:
    draft = "You need to wait. \U0001f621 You need to wait."
    answer = helpdesk.post("draft/", carried, text=draft)
    own = signed_in(cast.amir).post(f"/c/{stored.slug}/draft/", {"text": draft})
    assert answer.json()["findings"]
    assert answer.content == own.content


def test_not_helpful_is_remembered_and_can_be_taken_back(helpdesk: Helpdesk, stored: Stored, carried: str) -> None:
    move = _move(helpdesk.card(carried))
    answer = helpdesk.post("unhelpful/", carried, rule=move, why="words")
    assert _move(answer) != move
    said = Unhelpful.objects.get()
    assert f'action="/panel/unhelpful/{said.pk}/undo/"' in answer.content.decode()

    undone = helpdesk.post(f"unhelpful/{said.pk}/undo/", carried)

    assert _move(undone) == move
    assert "Undo" not in undone.content.decode()


def test_a_rule_that_does_not_exist_is_not_there(helpdesk: Helpdesk, stored: Stored, carried: str) -> None:
    assert helpdesk.post("unhelpful/", carried, rule="nothing", why="words").status_code == 404
    assert helpdesk.post("unhelpful/", carried, rule="give_a_time", why="nothing").status_code == 404


def test_what_strangers_wrote_is_text(helpdesk: Helpdesk, cast: Cast) -> None:
    nasty = "<script>alert(1)</script>"
    said = [{"id": "m1", "sender": "U1", "text": f"{nasty} This is the third time I tell you. Nobody called back."}]
    stored = store.store_conversation(cast.desk, conversation("c7", subject=nasty, messages=said))
    text = helpdesk.open(helpdesk.ask(stored.slug).json()["token"]).content.decode()
    assert nasty not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize(("theme", "shown"), [("dark", True), ("light", True), ("", False), ('"><b', False)])
def test_the_page_around_it_may_say_its_colours(helpdesk: Helpdesk, stored: Stored, theme: str, shown: bool) -> None:
    for token in (helpdesk.ask(stored.slug).json()["token"], "old"):
        text = helpdesk.frame.get("/panel/", {"token": token, "theme": theme}).content.decode()
        assert (f'data-theme="{theme}"' in text) is shown
        assert ("data-theme" in text) is shown


def every_answer(helpdesk: Helpdesk, stored: Stored) -> Iterator[HttpResponse]:
    carried = helpdesk.carried(stored.slug)
    yield helpdesk.open(helpdesk.ask(stored.slug).json()["token"])
    yield helpdesk.open("old")
    yield helpdesk.card(carried)
    yield helpdesk.card("old")
    yield helpdesk.post("draft/", carried, text="You need to wait.")
    yield helpdesk.post("draft/", "old", text="You need to wait.")
    yield helpdesk.post("unhelpful/", carried, rule="give_a_time", why="words")
    yield helpdesk.post("unhelpful/", carried, rule="nothing", why="words")
    yield helpdesk.post("unhelpful/0/undo/", carried)
    yield helpdesk.frame.get("/panel/draft/", headers={"X-Calmdesk-Panel": carried})


def test_the_panel_may_be_framed_by_the_listed_pages_and_keeps_the_rest_of_the_policy(
    helpdesk: Helpdesk, stored: Stored, settings: object
) -> None:
    listed = (HELPDESK, "https://other.test:8443")
    settings.CALMDESK = dataclasses.replace(settings.CALMDESK, panel_origins=listed)
    for answer in every_answer(helpdesk, stored):
        policy = answer.headers["Content-Security-Policy"]
        own = Client().get("/sign-in/").headers["Content-Security-Policy"]
        assert f"frame-ancestors {' '.join(listed)}" in policy
        assert _rules(policy) == _rules(own)
        assert "X-Frame-Options" not in answer.headers
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert not [name for name in answer.headers if name.startswith("Access-Control")]


def test_while_no_page_is_listed_nobody_may_frame_it(helpdesk: Helpdesk, stored: Stored, settings: object) -> None:
    token = helpdesk.ask(stored.slug).json()["token"]
    settings.CALMDESK = dataclasses.replace(settings.CALMDESK, panel_origins=())
    answer = helpdesk.open(token)
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("page", ["/", "/c/SLUG/", "/c/SLUG/next-move/", "/sign-in/", "/panels/", "/api/signs"])
def test_no_other_page_may_be_framed_by_anybody(
    helpdesk: Helpdesk, cast: Cast, stored: Stored, signed_in: Callable[..., Client], page: str
) -> None:
    headers = signed_in(cast.dora).get(page.replace("SLUG", stored.slug)).headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"


def test_no_signed_value_reaches_the_log(helpdesk: Helpdesk, stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        token = helpdesk.ask(stored.slug).json()["token"]
        carried = attribute(helpdesk.open(token), "data-carried")
        for text in (token, carried):
            helpdesk.open(f"{text}x")
            helpdesk.card(f"{text}x")
        helpdesk.frame.raise_request_exception = False
        monkeypatch.setattr("calmdesk.web.panel.views.seat_of", lambda given: 1 / 0)
        assert helpdesk.open(token).status_code == 500
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    written = stream.getvalue()
    assert "ZeroDivisionError" in written
    for text in (token, carried):
        assert text not in written
        assert text.rpartition(":")[2] not in written


def _move(answer: HttpResponse) -> str:
    """The next move on the card."""
    return answer.content.decode().partition('name="rule" value="')[2].partition('"')[0]


def _rules(policy: str) -> set[str]:
    return {part.strip() for part in policy.split(";") if "frame-ancestors" not in part}
