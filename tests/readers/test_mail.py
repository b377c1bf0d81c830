import pytest

from calmdesk.conversation import Channel, Conversation
from calmdesk.errors import BadInput
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.mail import Eml
from tests.readers.letters import letter


def test_one_mail_is_one_conversation() -> None:
    (found,) = Eml().read(Original(letter("It is down."), "x.eml"), Desk())
    assert isinstance(found, Conversation)
    assert found.channel is Channel.EMAIL
    assert [message.text for message in found.messages] == ["It is down."]


@pytest.mark.parametrize(
    ("data", "name", "recognised"),
    [
        (letter(), "", True),
        (b"\r\n" + letter(), "x.bin", True),
        (b"anything", "x.EML", True),
        (b"Agent: Hello\nDana: It is down\n", "x.txt", False),
        (b"From: Dana\n\nIt is down.", "x.txt", False),
        (b'{"From": "x", "To": "y"}', "x.json", False),
        (b"", "", False),
        (b"Subject\nFrom: a\nTo: b\n", "x.txt", False),
    ],
)
def test_a_mail_is_recognised_by_its_header(data: bytes, name: str, recognised: bool) -> None:
    assert Eml().recognises(Original(data, name)) is recognised


def test_an_outlook_file_is_named_as_what_it_is() -> None:
    original = Original(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "x.msg")
    assert Eml().recognises(original)
    (found,) = Eml().read(original, Desk())
    assert isinstance(found, BadInput)
    assert ".msg" in found.problem
    assert found.remedy


def test_what_is_no_mail_is_bad_input_and_not_raised() -> None:
    (found,) = Eml().read(Original(b"nothing\n\nhere", "x.eml"), Desk())
    assert isinstance(found, BadInput)
