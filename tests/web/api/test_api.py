from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from calmdesk.conversation import conversation_from_json, to_json
from calmdesk.examples import example_files
from calmdesk.web.accounts.models import Token
from calmdesk.web.accounts.tokens import make_token
from calmdesk.web.store.models import ConversationRow, Raw
from tests.cast import Cast
from tests.web.conftest import conversation, wire


class Api:
    """A program that brings a token."""

    def __init__(self, token: str) -> None:
        self._client = Client(headers={"Authorization": f"Bearer {token}"})

    def get(self, address: str) -> HttpResponse:
        return self._client.get(f"/api/{address}")

    def post(self, address: str, body: bytes | dict[str, Any], **headers: str) -> HttpResponse:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self._client.post(f"/api/{address}", data, content_type="application/json", headers=headers)


@pytest.fixture
def api(cast: Cast) -> Api:
    return Api(make_token(cast.desk, "ticket system"))


@pytest.fixture
def slug(api: Api) -> str:
    return str(api.post("conversations", wire()).json()["id"])


def test_a_conversation_comes_back_as_it_was_sent(api: Api) -> None:
    answer = api.post("conversations", wire())
    assert (answer.status_code, answer.json()["state"], answer.json()["version"]) == (201, "stored", 1)
    back = api.get(f"conversations/{answer.json()['id']}")
    assert conversation_from_json(back.content) == conversation()
    assert back.headers["X-Calmdesk-Version"] == "1"


def test_its_own_id_finds_it_too(api: Api, slug: str) -> None:
    assert api.get("conversations/c1").content == api.get(f"conversations/{slug}").content


def test_a_copy_is_answered_200_and_makes_no_second_conversation(api: Api, slug: str) -> None:
    again = api.post("conversations", wire())
    assert (again.status_code, again.json()["state"], again.json()["id"]) == (200, "duplicate", slug)
    assert ConversationRow.objects.count() == 1


def test_other_words_under_a_known_id_are_answered_200_conflict(api: Api, slug: str) -> None:
    other = api.post("conversations", wire(messages=[{"id": "m1", "sender": "U1", "text": "All is well."}]))
    assert (other.status_code, other.json()["state"]) == (200, "conflict")
    assert other.json()["error"]["remedy"]
    assert len(api.get("conversations/c1").json()["messages"]) == 3


def test_an_idempotency_key_makes_a_repeated_attempt_harmless(api: Api) -> None:
    first = api.post("conversations", wire("c1"), **{"Idempotency-Key": "e1"})
    again = api.post("conversations", wire("c1"), **{"Idempotency-Key": "e1"})
    other = api.post("conversations", wire("c2"), **{"Idempotency-Key": "e1"})
    states = [answer.json()["state"] for answer in (first, again, other)]
    assert states == ["stored", "duplicate", "conflict"]


def test_one_message_is_appended_at_its_place_in_time(api: Api, slug: str) -> None:
    late = {"id": "m9", "sender": "A1", "text": "Now?", "sent_at": "2026-01-05T09:30:00Z"}
    early = {"id": "m0", "sender": "A1", "text": "Which one?", "sent_at": "2026-01-05T09:01:30Z"}
    assert api.post(f"conversations/{slug}/messages", late).json()["version"] == 2
    assert api.post(f"conversations/{slug}/messages", early).status_code == 201
    ids = [message["id"] for message in api.get(f"conversations/{slug}").json()["messages"]]
    assert ids == ["m1", "m2", "m0", "m3", "m9"]


def test_a_new_person_comes_along_with_their_first_message(api: Api, slug: str) -> None:
    body = {
        "message": {"id": "m4", "sender": "B1", "text": "I am his manager."},
        "participant": {"id": "B1", "role": "other", "name": "Kim", "leadership": True},
    }
    assert api.post(f"conversations/{slug}/messages", body).status_code == 201
    assert [person["id"] for person in api.get(f"conversations/{slug}").json()["participants"]] == ["U1", "A1", "B1"]


@pytest.mark.parametrize(
    ("body", "where", "words"),
    [
        (b"", "body", "nothing"),
        (b"{", "line 1", "not JSON"),
        (b"[1]", "$", "object"),
        (b'{"id": "m4"}', "$", "missing"),
        ({"id": "m4", "sender": "NOBODY", "text": "x"}, "sender", "not among the participants"),
        ({"id": "m4", "sender": "U1", "text": "x", "colour": "red"}, "$", "colour"),
        ({"id": "m4", "sender": "U1", "text": "x", "sent_at": "2026-01-05T09:00:00"}, "sent_at", "time"),
        ({"id": "m4", "id ": 1}, "$", "field"),
        (b'{"id": "m4", "id": "m5", "sender": "U1", "text": "x"}', "id", "twice"),
    ],
)
def test_a_bad_message_is_answered_400_with_problem_place_and_remedy(
    api: Api, slug: str, body: Any, where: str, words: str
) -> None:
    answer = api.post(f"conversations/{slug}/messages", body)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert answer.json()["calmdesk"] == 1
    assert where in error["where"]
    assert words in error["problem"]
    assert error["remedy"]
    assert len(api.get(f"conversations/{slug}").json()["messages"]) == 3


def test_what_could_not_be_read_is_kept_all_the_same(api: Api) -> None:
    answer = api.post("conversations", b'{"id": 5}')
    assert (answer.status_code, answer.json()["state"]) == (400, "set aside")
    assert bytes(Raw.objects.get().data) == b'{"id": 5}'


def test_the_same_message_again_is_a_duplicate_and_other_words_a_conflict(api: Api, slug: str) -> None:
    message = {"id": "m4", "sender": "U1", "text": "Hello?"}
    api.post(f"conversations/{slug}/messages", message)
    spaced = json.dumps(message, indent=2).encode()
    assert api.post(f"conversations/{slug}/messages", spaced).json()["state"] == "duplicate"
    other = api.post(f"conversations/{slug}/messages", message | {"text": "Goodbye."})
    assert (other.status_code, other.json()["state"]) == (200, "conflict")
    assert api.get(f"conversations/{slug}").json()["messages"][3]["text"] == "Hello?"


def test_an_agents_loudness_is_dropped_when_it_arrives(api: Api, slug: str) -> None:
    for name, sender in (("m4", "A1"), ("m5", "U1")):
        message = {"id": name, "sender": sender, "text": "x", "loudness_db": [-20.0]}
        assert api.post(f"conversations/{slug}/messages", message).status_code == 201
    messages = {message["id"]: message for message in api.get(f"conversations/{slug}").json()["messages"]}
    assert "loudness_db" not in messages["m4"]
    assert messages["m5"]["loudness_db"] == [-20.0]


def test_a_reading_counts_for_browsers_as_well(api: Api) -> None:
    text = "\U0001f621 I TOLD YOU THREE TIMES ALREADY, THIS IS A JOKE!!!"
    api.post("conversations", wire("c2", messages=[{"id": "m1", "sender": "U1", "text": text}]))
    reading = api.get("conversations/c2/reading").json()
    assert reading["conversation"] == "c2"
    spans = [finding for finding in reading["findings"] if finding["quote"]]
    assert spans
    for finding in spans:
        assert text[finding["start"] : finding["end"]] == finding["quote"]
        units = text.encode("utf-16-le")[2 * finding["start_utf16"] : 2 * finding["end_utf16"]]
        assert units.decode("utf-16-le") == finding["quote"]


def test_reading_once_keeps_nothing(api: Api) -> None:
    answer = api.post("read", wire())
    assert answer.status_code == 200
    assert [message["id"] for message in answer.json()["messages"]] == ["m1", "m2", "m3"]
    assert ConversationRow.objects.count() == Raw.objects.count() == 0


def test_reading_something_broken_says_where(api: Api) -> None:
    answer = api.post("read", b'{"id": "c1", "channel": "telepathy"}')
    assert answer.status_code == 400
    assert answer.json()["error"]["problem"]


def test_signs_can_be_listed(api: Api) -> None:
    from calmdesk.web.readings import playbook

    signs = api.get("signs").json()["signs"]
    assert [sign["id"] for sign in signs] == list(playbook().signs)
    assert signs[0]["often_innocent_when"]


def test_the_openapi_description_names_every_route(client: Client) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert set(paths) == {
        "/api/check",
        "/api/conversations",
        "/api/conversations/{name}",
        "/api/conversations/{name}/check",
        "/api/conversations/{name}/messages",
        "/api/conversations/{name}/panel-token",
        "/api/conversations/{name}/parts",
        "/api/conversations/{name}/reading",
        "/api/read",
        "/api/signs",
    }


def test_a_token_reaches_its_own_team_only(cast: Cast, slug: str) -> None:
    stranger = Api(make_token(cast.elsewhere, "theirs"))
    for name in (slug, "c1"):
        assert stranger.get(f"conversations/{name}").status_code == 404
        assert stranger.get(f"conversations/{name}/reading").status_code == 404
        answer = stranger.post(f"conversations/{name}/messages", {"id": "m4", "sender": "U1", "text": "x"})
        assert answer.status_code == 404
    assert stranger.post("conversations?team=Desk", wire("c5")).status_code == 404
    assert stranger.get("conversations/c1").json() == stranger.get("conversations/no-such-thing").json()


@pytest.mark.parametrize("token", ["", "calm_", "calm_wrong", "Basic x"])
def test_an_unknown_token_is_answered_401(cast: Cast, token: str) -> None:
    answer = Api(token).post("conversations", wire())
    assert answer.status_code == 401
    assert answer.json()["error"]["where"] == "Authorization"
    assert Raw.objects.count() == 0


def test_a_revoked_token_is_nobody(api: Api, slug: str) -> None:
    Token.objects.update(revoked_at=timezone.now())
    assert api.get(f"conversations/{slug}").status_code == 401


def test_only_the_hash_of_a_token_is_kept(cast: Cast) -> None:
    text = make_token(cast.desk, "x")
    assert text not in str(list(Token.objects.values()))


def test_a_browser_needs_its_csrf_token_to_change_something(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.amir, backend="django.contrib.auth.backends.ModelBackend")
    answer = browser.post("/api/conversations", wire(), content_type="application/json")
    assert answer.status_code == 403
    assert answer.json()["calmdesk"] == 1
    assert Raw.objects.count() == 0


def test_a_program_needs_no_csrf_token(cast: Cast) -> None:
    token = make_token(cast.desk, "x")
    program = Client(enforce_csrf_checks=True, headers={"Authorization": f"Bearer {token}"})
    assert program.post("/api/conversations", wire(), content_type="application/json").status_code == 201


def test_a_person_of_several_teams_says_which(cast: Cast, signed_in: Callable[..., Client]) -> None:
    dora = signed_in(cast.dora)
    dora.post("/api/conversations?team=Workplace", wire(), content_type="application/json")
    assert ConversationRow.objects.get().team == cast.workplace


def test_the_facts_and_the_parts_of_a_reply_come_with_places_for_browsers(api: Api) -> None:
    told = conversation()
    text = "😀 My VPN keeps dropping since Friday."
    first = msgspec.structs.replace(told.messages[0], text=text)
    slug = api.post("conversations", to_json(msgspec.structs.replace(told, messages=(first,)))).json()["id"]

    answer = api.get(f"conversations/{slug}/parts").json()

    what = next(fact for fact in answer["facts"] if fact["kind"] == "what")
    assert (what["start"], what["start_utf16"]) == (2, 3)
    assert text[what["start"] : what["end"]] == what["text"] == "My VPN keeps dropping"
    assert [part["kind"] for part in answer["parts"]][-1] == "question"
    assert next(part for part in answer["parts"] if part["kind"] == "time")["source"] == "yours to fill"


def test_while_a_limit_is_due_no_part_is_about_the_matter(api: Api) -> None:
    (path,) = (path for path in example_files() if path.name == "insults-in-chat.json")
    slug = api.post("conversations", path.read_bytes()).json()["id"]

    answer = api.get(f"conversations/{slug}/parts").json()

    assert api.get(f"conversations/{slug}/reading").json()["ladder"]["due"] is not None
    assert {part["kind"] for part in answer["parts"]} <= {"acknowledgement"}
    assert answer["facts"] != []
