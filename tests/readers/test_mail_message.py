from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation import Channel, to_json
from calmdesk.errors import BadInput
from calmdesk.readers import mail_message
from calmdesk.readers.mail_message import UNKNOWN_SENDER, participant_id, read_mail
from tests.readers.letters import letter, message


def test_a_mail_becomes_a_message_with_everything_the_signs_need() -> None:
    found = message("Hello.\n", cc="Lead <Lead@desk.test>, boss@x.test", to="desk@desk.test, Sam@desk.test")
    assert found.id == "1@x.test"
    assert found.sender == "dana@x.test"
    assert found.channel is Channel.EMAIL
    assert found.sent_at == datetime(2026, 1, 5, 8, tzinfo=UTC)
    assert found.to == ("desk@desk.test", "sam@desk.test")
    assert found.cc == ("lead@desk.test", "boss@x.test")
    assert not found.automatic


def test_without_a_message_id_the_bytes_give_the_id() -> None:
    first, second = message("One", message_id=None), message("Two", message_id=None)
    assert first.id.startswith("sha256:")
    assert first.id != second.id
    assert first.id == message("One", message_id=None).id


@pytest.mark.parametrize("date", [None, "soon", "Mon, 5 Jan 2026 09:00:00"])
def test_no_time_is_invented(date: str | None) -> None:
    found = message(date=date)
    assert found.sent_at is None
    assert found.x.get("date") == date


def test_a_mail_without_a_sender_is_read() -> None:
    assert message(**{"from": None}).sender == UNKNOWN_SENDER


def test_a_sender_without_an_address_is_known_by_name() -> None:
    assert message(**{"from": "Dana"}).sender == "name:Dana"
    assert participant_id(read_mail(letter(**{"from": "Dana"})).headers.sender) == "name:Dana"


def test_an_automatic_mail_says_why() -> None:
    found = message(auto_submitted="auto-replied")
    assert found.automatic
    assert found.x["automatic"] == "Auto-Submitted: auto-replied"


def test_an_error_nobody_thought_of_is_bad_input_and_names_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("secret words")

    monkeypatch.setattr(mail_message, "structure", broken)
    with pytest.raises(BadInput) as caught:
        read_mail(letter())
    assert "RecursionError" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None


@given(st.binary(max_size=500))
def test_any_bytes_are_a_mail_or_bad_input(data: bytes) -> None:
    try:
        found = read_mail(data)
    except BadInput:
        return
    to_json(found.message)


@given(st.binary(max_size=300), st.sampled_from(["text/plain", "text/html", "multipart/mixed; boundary=b", "x"]))
def test_any_body_of_any_type_is_read(body: bytes, kind: str) -> None:
    to_json(read_mail(letter(body, content_type=kind)).message)


@given(
    st.text(alphabet=st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=60),
    st.sampled_from(["from", "to", "date", "message_id", "content_type", "references", "content_transfer_encoding"]),
)
def test_any_field_holding_anything_is_read(value: str, name: str) -> None:
    to_json(read_mail(letter("Hello", **{name: value})).message)
