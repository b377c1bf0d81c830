import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.readers.mail_parts import (
    MAX_DEPTH,
    MAX_PARTS,
    structure,
)

HEAD = b"From: a@x.test\nSubject: s\n"


def bodies(data: bytes) -> list[tuple[str, str, bytes]]:
    return [(part.path, part.type, data[part.start : part.end]) for part in structure(data).parts]


def multipart(*parts: bytes, last: bytes = b"--b--\n") -> bytes:
    return (
        HEAD + b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"".join(b"--b\n" + part for part in parts) + last
    )


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_one_part_with_any_line_end_is_found_at_its_bytes(newline: bytes) -> None:
    data = (HEAD + b"\nHello\nthere").replace(b"\n", newline)
    assert bodies(data) == [("1", "text/plain", b"Hello" + newline + b"there")]


def test_parts_are_numbered_and_end_before_the_line_end_of_the_boundary() -> None:
    data = multipart(b"\none\n", b"Content-Type: text/html\n\n<p>two\n")
    assert bodies(data) == [("1", "text/plain", b"one"), ("2", "text/html", b"<p>two")]


def test_a_boundary_that_begins_like_another_is_not_taken_for_it() -> None:
    data = multipart(b"\none\n--bb\nstill one\n")
    assert bodies(data) == [("1", "text/plain", b"one\n--bb\nstill one")]


def test_a_missing_last_boundary_is_noted_and_the_part_is_read() -> None:
    data = multipart(b"\none\n", last=b"")
    assert bodies(data) == [("1", "text/plain", b"one\n")]
    assert structure(data).notes == ("the last boundary is missing",)


def test_another_boundary_than_the_named_one_is_found() -> None:
    data = HEAD + b"Content-Type: multipart/mixed; boundary=nope\n\n--b\nContent-Type: text/plain\n\none\n--b--\n"
    assert bodies(data) == [("1", "text/plain", b"one")]


def test_a_multipart_without_any_boundary_is_read_as_text() -> None:
    data = HEAD + b"Content-Type: multipart/mixed\n\nHello"
    assert bodies(data) == [("1", "text/plain", b"Hello")]
    assert structure(data).notes == ("a multipart without its boundary, read as one text",)


def test_an_attached_mail_has_its_parts_inside_it() -> None:
    data = multipart(b"\none\n", b"Content-Type: message/rfc822\n\nFrom: c@x.test\n\ntheirs\n")
    parts = structure(data).parts
    assert [part.path for part in parts] == ["1", "2.1"]
    assert parts[1].inside == (("multipart/mixed", ""), ("message/rfc822", "2"))


def test_parts_of_a_digest_are_mails_unless_they_say_otherwise() -> None:
    data = HEAD + b"Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: inner\n\nhi\n--b--\n"
    assert [part.inside[-1][0] for part in structure(data).parts] == ["message/rfc822"]


@pytest.mark.parametrize("levels", [MAX_DEPTH + 1, 2_000, 20_000])
def test_deep_nesting_is_a_limit_and_no_crash(levels: int) -> None:
    lines = [b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (level, level + 1) for level in range(levels)]
    data = HEAD + b"Content-Type: multipart/mixed; boundary=b0\n\n" + b"".join(lines)
    with pytest.raises(LimitExceeded, match="levels deep"):
        structure(data)


def test_very_many_parts_are_a_limit() -> None:
    with pytest.raises(LimitExceeded, match="more than 1,000 parts"):
        structure(multipart(*[b"\nx\n"] * (MAX_PARTS + 1)))


@pytest.mark.parametrize(
    "data",
    [b"X: " + b"a" * 300_000 + b"\n\nhi", b"X: a\n" * 1_001 + b"\nhi", b"From: a@x.test\n\n" + b"x" * 25_000_000],
    ids=["long header", "many header lines", "25 MB"],
)
def test_sizes_beyond_the_limits_are_refused_before_parsing(data: bytes) -> None:
    with pytest.raises(LimitExceeded):
        structure(data)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"Hello, this is text.\n\nMore.", b"\xff\xfe\x00"])
def test_what_has_no_header_is_no_mail(data: bytes) -> None:
    with pytest.raises(BadInput, match="no mail header"):
        structure(data)


def test_text_right_below_the_header_is_text() -> None:
    data = HEAD + b"This is no header\nnor is this\n"
    assert bodies(data) == [("1", "text/plain", b"This is no header\nnor is this\n")]


@given(st.binary(max_size=600))
def test_any_bytes_end_as_parts_inside_the_mail_or_as_bad_input(data: bytes) -> None:
    for given_data in (data, HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" + data):
        try:
            parts = structure(given_data).parts
        except BadInput:
            continue
        assert all(0 <= part.start <= part.end <= len(given_data) for part in parts)
