import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers.mail_message import read_mail
from calmdesk.readers.mail_source import exact_range, fingerprint, is_exact, text_at_source
from tests.readers.letters import letter


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp1252", "shift_jis", "us-ascii"])
def test_the_range_holds_the_text_and_nothing_else(newline: str, charset: str) -> None:
    words = {"us-ascii": "tea", "shift_jis": "日本語"}.get(charset, "Grüße")
    body = f"It is {words}.\n\nReally.\n\n-- \nDana\n".replace("\n", newline).encode(charset)
    data = letter(body, content_type=f"text/plain; charset={charset}")
    message = read_mail(data).message
    assert message.text == f"It is {words}.\n\nReally."
    assert message.source is not None
    assert is_exact(message.source)
    start, end = message.source.start, message.source.end
    assert data[start:end].decode(charset).replace("\r\n", "\n") == message.text
    assert text_at_source(message, data) == message.text


@pytest.mark.parametrize(
    ("body", "fields", "why"),
    [
        ("It is =C3=BC.\n", {"content_transfer_encoding": "quoted-printable"}, "quoted-printable"),
        ("SXQgaXMgYnJva2VuLg==\n", {"content_transfer_encoding": "base64"}, "base64"),
        ("<p>It is broken.</p>\n", {"content_type": "text/html"}, "html"),
        ("Yes.\n> And?\nNo.\n", {}, "own words between quoted ones"),
        ("It is.\n>From here on.\n", {}, 'a mailbox file wrote ">From" for "From"'),
        ("> Only theirs.\n", {}, "nothing of the writer's own"),
        ("+AGE-", {"content_type": "text/plain; charset=utf-7"}, "the charset gives no exact place"),
    ],
)
def test_text_that_is_no_unbroken_stretch_of_bytes_points_to_the_whole_part_and_says_why(
    body: str, fields: dict[str, str], why: str
) -> None:
    data = letter(body, **fields)
    message = read_mail(data).message
    assert message.source is not None
    assert message.source.x["whole_part"] == why
    assert data[message.source.start : message.source.end] == body.encode()
    assert text_at_source(message, data) is None


def test_other_bytes_are_not_taken_for_the_source() -> None:
    message = read_mail(letter("Hello.\n")).message
    assert text_at_source(message, letter("Hullo.\n")) is None


def test_the_fingerprint_names_the_raw_bytes() -> None:
    data = letter("Hello.\n")
    source = read_mail(data).message.source
    assert source is not None
    assert source.raw == fingerprint(data)


@given(
    st.text(max_size=80), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["utf-8", "latin-1", "cp1252", "gb18030"])
)
def test_what_is_exact_is_the_text_at_its_place(body: str, newline: str, charset: str) -> None:
    data = letter(body.replace("\n", newline).encode(charset, "replace"), content_type=f"text/plain; charset={charset}")
    message = read_mail(data).message
    assert message.source is not None
    if is_exact(message.source) and message.source.start is not None:
        assert text_at_source(message, data) == message.text


@given(st.text(max_size=60), st.data())
def test_a_range_is_given_only_when_it_decodes_to_the_same_text(body: str, data: st.DataObject) -> None:
    raw = b"head" + body.encode("utf-8", "replace") + b"tail"
    text = raw[4:-4].decode("utf-8").replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = exact_range(raw, 4, len(raw) - 4, "utf-8", (start, end))
    if found is not None:
        inside = raw[found[0] : found[1]].decode("utf-8").replace("\0", "\ufffd")
        assert inside.replace("\r\n", "\n").replace("\r", "\n") == text[start:end]
