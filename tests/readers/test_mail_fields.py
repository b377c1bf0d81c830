import pytest

from calmdesk.readers.mail_fields import content_type, parameter, transfer_encoding
from calmdesk.readers.mail_header_block import header_only


@pytest.mark.parametrize("value", ["text", "text/", "/plain", "a/b/c", ""])
def test_an_invalid_type_is_plain_text(value: str) -> None:
    assert content_type(header_only(b"Content-Type: " + value.encode() + b"\n\n")) == "text/plain"


def test_parameters_are_read_in_all_their_forms() -> None:
    headers = header_only(b"Content-Type: text/plain; name*=utf-8''na%C3%AFve.txt; charset=\"UTF-8\"\n\n")
    assert parameter(headers, "name") == "naïve.txt"
    assert parameter(headers, "charset") == "UTF-8"
    assert parameter(headers, "nothing") is None


@pytest.mark.parametrize("value", [b"text/plain; name*", b"text/plain; name*=x'y", b'text/plain; "' + b";" * 60_000])
def test_broken_parameters_are_missing_parameters(value: bytes) -> None:
    assert parameter(header_only(b"Content-Type: " + value + b"\n\n"), "charset") is None


def test_the_transfer_encoding_is_read_without_what_was_put_behind_it() -> None:
    assert transfer_encoding(header_only(b"Content-Transfer-Encoding: 7BIT;\n\n")) == "7bit"
