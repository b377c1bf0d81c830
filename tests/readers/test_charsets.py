import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers.charsets import decode


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Grüße".encode(), "utf-8", "Grüße"),
        ("Grüße".encode("latin-1"), "iso-8859-1", "Grüße"),
        ("“quoted”".encode("cp1252"), "iso-8859-1", "“quoted”"),
        ("日本".encode("iso-2022-jp"), "ISO-2022-JP", "日本"),
        ("스티".encode("euc-kr"), "ks_c_5601-1987", "스티"),
        ("发票".encode("gb18030"), "gb2312", "发票"),
    ],
)
def test_a_known_charset_is_read_as_what_its_writers_really_send(data: bytes, declared: str, text: str) -> None:
    found = decode(data, declared)
    assert found.text == text
    assert found.problem is None


@pytest.mark.parametrize("declared", ["x-unknown", "zlib", "punycode", "idna", "unicode_escape", "\x00", "utf-8; x"])
def test_an_unknown_or_unsafe_charset_is_named_and_the_bytes_are_still_read(declared: str) -> None:
    found = decode("Grüße".encode(), declared)
    assert found.text == "Grüße"
    assert found.problem is not None
    assert found.codec == "utf-8"


def test_utf_8_under_a_wrong_label_is_read_as_utf_8_and_said_so() -> None:
    found = decode("Grüße".encode(), "us-ascii")
    assert (found.text, found.codec) == ("Grüße", "utf-8")
    assert found.problem == "the text is not us-ascii, read as utf-8"


def test_unlabelled_bytes_that_are_no_utf_8_are_read_as_windows_1252() -> None:
    assert decode("Grüße".encode("cp1252"), None).text == "Grüße"


def test_what_cannot_be_decoded_shows_as_replacement_characters_and_is_said() -> None:
    found = decode(b"ok \x81\x20 \xff", "cp932")
    assert found.text.startswith("ok ")
    assert "\ufffd" in found.text
    assert found.problem is not None


def test_nul_and_lone_surrogates_are_replaced_one_for_one() -> None:
    assert decode(b"a\x00b", "utf-8").text == "a\ufffdb"
    assert decode(b"+2AA-", "utf-7").text == "\ufffd"


@given(st.binary(max_size=200), st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["utf-7", "utf-16", "hz"])))
def test_any_bytes_under_any_label_become_storable_text(data: bytes, declared: str | None) -> None:
    text = decode(data, declared).text
    text.encode("utf-8")
    assert "\0" not in text
