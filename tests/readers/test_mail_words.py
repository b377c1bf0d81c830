import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers.mail_words import MAX_WORDS, decoded_words, header_text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        (b"=?utf-8?B?R3LDvMOfZQ==?=", "Grüße"),
        (b"=?iso-8859-1*en?q?caf=E9?= open", "café open"),
        (b"=?utf-8?q?one?=\r\n =?utf-8?q?two?=", "onetwo"),
        (b"=?utf-8?q?one?= and =?utf-8?q?two?=", "one and two"),
        # one character split over two words
        (b"=?utf-8?q?=C3?= =?utf-8?q?=BC?=", "ü"),
        (b"=?UTF-8?B??= done", "done"),
        (b"=?utf-8?q?with space?=", "with space"),
        (b"Gr\xc3\xbc\xc3\x9fe", "Grüße"),
        (b"Gr\xfc\xdfe", "Grüße"),
        (b"a\r\n\tb", "a b"),
        (b"=?utf-8?q?never closed", "=?utf-8?q?never closed"),
        (b"=?utf-8?x?other?=", "=?utf-8?x?other?="),
        (b"=?utf-8?B?not base64!?=", "=?utf-8?B?not base64!?="),
    ],
)
def test_a_header_value_shows_as_its_writer_meant_it(raw: bytes, shown: str) -> None:
    assert header_text(raw) == shown


def test_an_unknown_charset_in_a_word_is_read_instead_of_failing() -> None:
    assert header_text(b"=?NONE?B?VEVTVA=?=") == "TEST"


def test_raw_bytes_take_the_charset_of_the_mail_when_they_are_no_utf_8() -> None:
    assert header_text("Привет".encode("koi8-r"), "koi8-r") == "Привет"
    assert header_text("Привет".encode(), "koi8-r") == "Привет"


def test_a_newline_hidden_in_an_encoded_word_does_not_start_a_line() -> None:
    assert header_text(b"=?utf-8?q?a=0D=0ABcc=3A_x?=") == "a Bcc: x"


def test_only_a_thousand_words_are_decoded() -> None:
    text = decoded_words("=?utf-8?q?a?= " * (MAX_WORDS + 5))
    assert text.startswith("a" * MAX_WORDS)
    assert text.count("=?utf-8?q?a?=") == 5


@given(st.binary(max_size=300))
def test_any_bytes_become_one_printable_line(raw: bytes) -> None:
    assert header_text(raw).isprintable()
