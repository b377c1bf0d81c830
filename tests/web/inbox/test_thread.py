from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from calmdesk.conversation import Conversation
from calmdesk.web.store import selectors
from calmdesk.web.store import services as store
from calmdesk.web.store.services import Stored
from tests.cast import Cast
from tests.web.conftest import conversation


def test_a_thread_shows_every_message_as_text(cast: Cast, signed_in: Callable[..., Client]) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    stored = store.store_conversation(
        cast.desk, conversation(subject=hostile, messages=[{"id": "m1", "sender": "U1", "text": hostile}])
    )
    page = signed_in(cast.amir).get(f"/c/{stored.slug}/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 2


def test_the_fragment_names_its_version_and_is_no_whole_page(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client]
) -> None:
    answer = signed_in(cast.amir).get(f"/c/{stored.slug}/fragment/")
    assert answer.headers["X-Calmdesk-Version"] == "1"
    assert "<html" not in answer.content.decode()
    assert "I cannot log in" in answer.content.decode()


def test_a_corrected_role_is_applied_wherever_the_conversation_is_read(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(cast.amir)
    answer = client.post(f"/c/{stored.slug}/role/", {"participant": "U1", "role": "supervisor"})
    assert answer.headers["Location"] == f"/c/{stored.slug}/"
    record = selectors.find_record(cast.priya, stored.slug)
    assert record.conversation.participant("U1").role == "supervisor"
    assert record.conversation.participant("U1").role_evidence == "set by amir"
    assert record.corrected == {"U1"}
    assert record.version == 2
    roles = {one["id"]: one["role"] for one in client.get(f"/c/{stored.slug}/reading.json").json()["messages"]}
    assert roles == {"m1": "supervisor", "m2": "agent", "m3": "supervisor"}


def test_a_correction_outlives_a_later_copy_of_the_conversation(cast: Cast, stored: Stored) -> None:
    from calmdesk.conversation import Role

    store.correct_role(stored.pk, "A1", Role.OTHER, cast.amir)
    longer = conversation()
    extra = {"id": "m4", "sender": "A1", "text": "Done."}
    wire = [{"id": m.id, "sender": m.sender, "text": m.text, "sent_at": m.sent_at} for m in longer.messages]
    assert store.store_conversation(cast.desk, conversation(messages=[*wire, extra])).outcome == "updated"
    assert selectors.find_record(cast.amir, stored.slug).conversation.participant("A1").role is Role.OTHER


@pytest.mark.parametrize(("participant", "role"), [("U1", "emperor"), ("U1", "")])
def test_an_unknown_role_is_not_there(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client], participant: str, role: str
) -> None:
    answer = signed_in(cast.amir).post(f"/c/{stored.slug}/role/", {"participant": participant, "role": role})
    assert answer.status_code == 404


def test_correcting_somebody_who_is_not_there_says_so(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client]
) -> None:
    answer = signed_in(cast.amir).post(
        f"/c/{stored.slug}/role/", {"participant": "nobody", "role": "agent"}, follow=True
    )
    assert "nobody in this conversation has that id" in answer.content.decode()


def test_an_id_that_no_address_could_hold_has_a_page_all_the_same(cast: Cast, signed_in: Callable[..., Client]) -> None:
    stored = store.store_conversation(cast.desk, conversation("../a b/c?d#\u202ee"))
    client = signed_in(cast.amir)
    assert client.get("/").status_code == 200
    assert client.get(f"/c/{stored.slug}/").status_code == 200


@pytest.mark.parametrize("look", ["", "calm", "look", "nonsense"])
@pytest.mark.parametrize("page", ["", "1", "99", "-1", "x", "9" * 400])
def test_no_filter_breaks_the_inbox(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client], look: str, page: str
) -> None:
    query = {"look": look, "page": page, "channel": "chat", "team": "Desk", "search": "Login"}
    assert signed_in(cast.amir).get("/", query).status_code == 200


def test_filters_choose(cast: Cast, stored: Stored, signed_in: Callable[..., Client]) -> None:
    store.store_conversation(cast.desk, conversation("c2", channel="email", subject="Printer"))
    client = signed_in(cast.amir)

    def shown(**query: str) -> int:
        return client.get("/", query).content.decode().count('class="row ')

    assert shown() == 2
    assert shown(channel="email") == shown(search="printer") == shown(search="c2") == 1
    assert shown(channel="voice") == 0
    assert shown(look="calm") == 0


def test_one_conversation_that_cannot_be_read_takes_no_other_down(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    from calmdesk.reading import read
    from calmdesk.web.readings import services as readings

    odd = store.store_conversation(cast.desk, conversation("odd"))

    def fail(conversation: Conversation, *rest: object, **more: object) -> object:
        if conversation.id == "odd":
            raise AttributeError("a mistake in a rule")
        return read(conversation, *rest, **more)

    monkeypatch.setattr(readings, "read", fail)
    client = signed_in(cast.amir)
    page = client.get("/").content.decode()
    assert stored.slug in page
    assert odd.slug in page
    thread = client.get(f"/c/{odd.slug}/").content.decode()
    assert "reading it failed (AttributeError)" in thread.lower().replace("attributeerror", "AttributeError")
    assert "not judged" in thread.lower()
    assert "a mistake in a rule" not in thread
