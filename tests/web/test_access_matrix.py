"""Every address, for every role: who is not in a row is refused, and an address without a row fails the build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from calmdesk.archive import Report, run_backtest, save_report
from calmdesk.errors import BadInput
from calmdesk.web.accounts.models import Token, WritingKey
from calmdesk.web.accounts.tokens import make_token
from calmdesk.web.accounts.writing_keys import make_writing_key
from calmdesk.web.backtest import reports
from calmdesk.web.readings import playbook
from calmdesk.web.silences.services import is_conduct
from calmdesk.web.store import services as store
from calmdesk.web.store.services import Incoming, Stored
from calmdesk.web.store.unhelpful import say_unhelpful
from tests.cast import Cast
from tests.web.conftest import conversation, wire

READERS = {"amir", "bo", "ana", "priya", "dora", "charlie"}
EVERYBODY = READERS | {"hana", "sam", "root"}
# Who may read the one conversation of these tests: Amir's team has it, and nobody was given it.
SEES_IT = {"amir", "bo", "priya", "dora"}


@dataclass(frozen=True)
class Row:
    """One address and method. `allowed` get `status`, `others` another one, anybody else 404."""

    name: str
    method: str
    allowed: frozenset[str]
    status: int = 200
    path: str = ""
    body: dict[str, str] | bytes | None = None
    others: tuple[tuple[str, int], ...] = ()
    anonymous: int = 302

    def __str__(self) -> str:
        return f"{self.method} {self.name}"


def row(name: str, method: str, allowed: set[str], status: int = 200, **more: object) -> Row:
    return Row(name, method, frozenset(allowed), status, **more)  # type: ignore[arg-type]


TABLE = [
    row("inbox", "GET", READERS, others=(("hana", 302), ("sam", 302), ("root", 302))),
    row("inbox-events", "GET", READERS),
    row("thread", "GET", SEES_IT, path="slug"),
    row("thread-fragment", "GET", SEES_IT, path="slug"),
    row("thread-events", "GET", SEES_IT, path="slug"),
    row("thread-json", "GET", SEES_IT, path="slug"),
    row("role", "POST", SEES_IT, 302, path="slug", body={"participant": "U1", "role": "other"}),
    row("next-move", "GET", SEES_IT, path="slug"),
    row("parts", "GET", SEES_IT, path="slug"),
    row("draft", "POST", SEES_IT, path="slug", body={"text": "You need to wait."}),
    # There where the desk runs a language model: tests/web/suggest.
    row("suggest", "POST", set(), path="slug", body={"wanted": "restatement"}),
    row("send", "POST", set(), path="slug", body={"text": "It works."}),  # no address is set: nobody sends
    row("unhelpful", "POST", SEES_IT, 302, path="slug", body={"rule": "give_a_time", "why": "moment"}),
    row("undo-unhelpful", "POST", {"dora"}, 302, path="unhelpful"),
    row("promises", "GET", READERS),
    row("promises-pressing", "GET", READERS),
    row("promises-calendar", "GET", READERS),
    row("promises-settle", "POST", set(), body={"promise": "unknown/m1:0", "due": "2026-01-05T10:00:00Z"}),
    row("promises-hand-over", "POST", set(), body={"promise": "unknown/m1:0", "to": "1"}),
    row("glance", "GET", SEES_IT, path="slug"),
    row("visits", "GET", READERS),
    row("visits", "POST", READERS, 302),
    row("visit", "GET", SEES_IT, path="visit"),
    row("visit", "POST", SEES_IT, 302, path="visit", body={"tap": "raised"}),
    row("visit-undo", "POST", SEES_IT, 302, path="visit"),
    row("visit-close", "POST", SEES_IT, 302, path="visit"),
    row("add", "GET", READERS),
    row("add", "POST", READERS, 422, body={"text": '{"calmdesk": 1, "id": }'}),
    row("quarantine", "GET", READERS),
    row("retry", "POST", {"priya", "dora"}, 302, path="raw"),
    row("rules", "GET", EVERYBODY),
    row("rule", "GET", EVERYBODY, path="rule"),
    row("silences", "GET", READERS),
    row("silences", "POST", READERS, 302, body={"rule": "RULE", "scope": "me"}),
    row("silences", "POST", {"dora"}, 302, body={"rule": "RULE", "scope": "desk"}),
    row("silences", "POST", SEES_IT, 302, body={"rule": "RULE", "scope": "here", "conversation": "SLUG"}),
    row("undo-silence", "POST", {"dora"}, 302, path="silence"),
    row("sign-in", "GET", {"amir"}, 302, others=tuple((name, 302) for name in EVERYBODY), anonymous=200),
    row("sign-out", "POST", EVERYBODY, 302),
    row("account", "GET", EVERYBODY),
    row("account-notices", "POST", READERS, 302, body={"remind": "on", "cues": "12"}),
    row("password", "GET", EVERYBODY),
    row("original", "GET", {"priya", "dora"}, path="raw"),
    row("backtest", "GET", {"dora"}),
    row("backtest-report", "GET", {"dora"}, path="report"),
    row("backtest-report", "POST", set(), path="report", body={"key": "unknown", "mark": "right"}),
    row("tokens", "POST", {"priya", "dora"}, 302, body={"team": "TEAM", "name": "ticket system"}),
    row("revoke-token", "POST", {"priya", "dora"}, 302, path="token"),
    row("writing-keys", "POST", READERS, 302, body={"name": "mail"}),
    row("revoke-writing-key", "POST", {"dora"}, 302, path="writing key"),
    # Writing tools bring a key, and a session is none.
    row("v2-check", "POST", set(), body={"text": "x"}, others=tuple((n, 403) for n in EVERYBODY), anonymous=403),
    row("v2-languages", "GET", EVERYBODY, anonymous=200),
    row("languagetool", "GET", EVERYBODY, path="key", anonymous=200),
    row("languagetool-check", "POST", EVERYBODY, path="key", body={"text": "x"}, anonymous=200),
    row("languagetool-languages", "GET", EVERYBODY, path="key", anonymous=200),
    # A panel brings its own signed value, and a session is none.
    row("panel", "GET", set(), others=tuple((name, 403) for name in EVERYBODY), anonymous=403),
    row("panel-next-move", "GET", set(), others=tuple((name, 403) for name in EVERYBODY), anonymous=403),
    row("panel-draft", "POST", set(), others=tuple((name, 403) for name in EVERYBODY), anonymous=403),
    row("panel-unhelpful", "POST", set(), others=tuple((name, 403) for name in EVERYBODY), anonymous=403),
    row("panel-undo", "POST", set(), path="unhelpful", others=tuple((n, 403) for n in EVERYBODY), anonymous=403),
    row("health", "GET", EVERYBODY, anonymous=200),
    row("api:openapi-json", "GET", EVERYBODY, anonymous=200),
    row("api:api-root", "GET", set(), others=tuple((name, 404) for name in EVERYBODY), anonymous=404),
    row("api:conversations", "POST", READERS, 201, body=wire("fresh"), anonymous=401),
    row("api:conversation", "GET", SEES_IT, path="slug", anonymous=401),
    row("api:messages", "POST", SEES_IT - {"nobody"}, 400, path="slug", body=b"{}", anonymous=401),
    row("api:reading", "GET", SEES_IT, path="slug", anonymous=401),
    row("api:parts", "GET", SEES_IT, path="slug", anonymous=401),
    row("api:read", "POST", READERS, 200, body=wire(), anonymous=401),
    row("api:check", "POST", READERS, 200, body=b'{"text": "You need to wait."}', anonymous=401),
    row("api:check-in", "POST", SEES_IT, 200, path="slug", body=b'{"text": "You need to wait."}', anonymous=401),
    # Only a program with its team's token speaks for somebody else.
    row("api:panel-token", "POST", set(), path="slug", others=tuple((n, 401) for n in EVERYBODY), anonymous=401),
    row("api:signs", "GET", EVERYBODY, anonymous=401),
]


@pytest.fixture
def places(stored: Stored, cast: Cast) -> dict[str, str]:
    raw = store.keep_raw(Incoming(data=b"{", team=cast.desk, kind="wire", dedupe="matrix"))
    store.finish_raw(raw.pk, [BadInput("broken")])
    rule = next(name for name in playbook().signs if not is_conduct(name))
    silence = store.silence(rule, "desk", cast.dora)
    folder = reports.folder_of(settings.CALMDESK.data)
    folder.mkdir(exist_ok=True)
    save_report(folder / "matrix.json", Report(backtest=run_backtest([], playbook())))
    make_token(cast.desk, "matrix")
    key = make_writing_key(cast.dora, "matrix")
    visit = store.store_conversation(cast.desk, conversation("visit-1", channel="in_person", status="open"))
    unhelpful = say_unhelpful("give_a_time", "moment", cast.dora, stored.pk)
    return {
        "": "",
        "slug": stored.slug,
        "visit": visit.slug,
        "raw": str(raw.pk),
        "rule": rule,
        "silence": str(silence),
        "report": "matrix",
        "team": str(cast.desk.pk),
        "key": key,
        "writing key": str(WritingKey.objects.get().pk),
        "unhelpful": str(unhelpful),
        "token": str(Token.objects.get().pk),
    }


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_each_role_gets_what_the_table_says(
    case: Row, cast: Cast, places: dict[str, str], signed_in: Callable[..., Client]
) -> None:
    place = places[case.path]
    address = reverse(case.name, args=[place] if place else [])
    got = {name: _status(signed_in(getattr(cast, name)), case, address, places) for name in sorted(EVERYBODY)}
    others = dict(case.others)
    assert got == {name: case.status if name in case.allowed else others.get(name, 404) for name in sorted(EVERYBODY)}


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_nobody_is_let_in_without_signing_in(case: Row, cast: Cast, places: dict[str, str]) -> None:
    place = places[case.path]
    address = reverse(case.name, args=[place] if place else [])
    assert _status(Client(), case, address, places) == case.anonymous


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_someone_who_was_switched_off_is_nobody(
    case: Row, cast: Cast, places: dict[str, str], signed_in: Callable[..., Client]
) -> None:
    place = places[case.path]
    address = reverse(case.name, args=[place] if place else [])
    assert _status(signed_in(cast.gone), case, address, places) == case.anonymous


def test_every_address_has_a_row() -> None:
    known = {row.name for row in TABLE}
    assert set(_names(get_resolver().url_patterns)) - known == set()


def _status(client: Client, case: Row, address: str, places: dict[str, str]) -> int:
    known = {"RULE": places["rule"], "SLUG": places["slug"], "TEAM": places["team"]}

    def send() -> HttpResponse:
        if isinstance(case.body, dict):
            return client.post(address, {key: known.get(value, value) for key, value in case.body.items()})
        if case.body is not None:
            return client.post(address, case.body, content_type="application/json")
        return client.get(address) if case.method == "GET" else client.post(address)

    with transaction.atomic():
        # What one person did must not change what the next one finds.
        status = int(send().status_code)
        transaction.set_rollback(True)
    return status


def _names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield f"{namespace}{pattern.name}"
