import base64
import binascii

import pytest

from calmdesk.readers.mail_decode import MAX_TEXT
from tests.readers.letters import message


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", b"It is =\nbroken=2E"),
        ("base64", base64.b64encode(b"It is broken.")),
        ("base64", b"SXQgaXMg\r\n!YnJva2VuLg"),
        ("x-uuencode", b"begin 644 x\n" + binascii.b2a_uu(b"It is broken.") + b"`\nend\n"),
        ("7-bit", b"It is broken."),
        ("text/html", b"It is broken."),
        ("8bit;", b"It is broken."),
    ],
)
def test_every_transfer_encoding_is_undone(encoding: str, body: bytes) -> None:
    assert message(body, content_transfer_encoding=encoding).text == "It is broken."


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends_of_the_wire_become_line_feeds(newline: str) -> None:
    assert message(f"one{newline}two{newline}").text == "one\ntwo"


def test_a_page_labelled_as_plain_text_is_read_as_a_page() -> None:
    assert message("<html><body><p>It is broken.</p></body></html>").text == "It is broken."


def test_the_charset_a_page_names_itself_is_used() -> None:
    page = '<meta charset="iso-8859-2"><p>Krzyż</p>'.encode("iso-8859-2")
    assert message(page, content_type="text/html").text == "Krzyż"


def test_a_text_of_many_megabytes_is_cut_and_says_so() -> None:
    found = message("word word\n" * 300_000)
    assert len(found.text) <= MAX_TEXT
    assert any("only the first" in note for note in found.x["notes"])
