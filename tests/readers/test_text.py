import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers import Original
from calmdesk.readers.text import Text, looks_like_text


def test_lines_end_at_the_three_usual_ends_and_at_nothing_else():
    text = Text(Original("one\r\ntwo\rthree\nfour\u2028still four\x0bstill".encode()))
    assert [line.text for line in text.lines()] == ["one", "two", "three", "four\u2028still four\x0bstill"]
    assert [line.number for line in text.lines()] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Grüße".encode(), "Grüße"),
        (b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe", "Grüße"),
        ("\ufeffGrüße".encode("utf-16-le"), "Grüße"),
        ("\ufeffGrüße".encode("utf-16-be"), "Grüße"),
        (b"\xef\xbb\xbfGr\xfc\xdfe", "Grüße"),
        (b"Gr\xfc\xdfe \x96 hello", "Grüße – hello"),
        (b"a\0b", "a\ufffdb"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "broken promise", "windows-1252", "nul"],
)
def test_what_editors_and_call_systems_save_is_read_and_found_again(data, words):
    text = Text(Original(data))
    assert text.text == words
    source = text.source(2, len(words))
    piece = data[source.start : source.end].decode(source.charset)
    assert piece.replace("\0", "\ufffd") == words[2:]


@given(st.text(max_size=300), st.data())
def test_every_place_in_a_text_leads_to_its_bytes(words, data):
    raw = words.encode("utf-8", "surrogatepass")
    text = Text(Original(raw))
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    source = text.source(start, end)
    assert Text(Original(raw)).text[start:end] == text.text[start:end]
    if text.codec == "utf-8" and not raw.startswith(b"\xef\xbb\xbf"):
        assert raw[source.start : source.end].decode().replace("\0", "\ufffd") == text.text[start:end]


def test_places_far_into_a_long_text_are_found():
    words = "ü€😀x" * 5_000
    text = Text(Original(words.encode()))
    source = text.source(12_345, 12_349)
    assert words.encode()[source.start : source.end].decode() == words[12_345:12_349]


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"%PDF-1.7", b"\x89PNG\r\n", b"\x1f\x8bzip", bytes(range(32)) * 4])
def test_files_that_no_person_reads_are_not_text(data):
    assert not looks_like_text(data)


def test_a_stray_control_character_does_not_make_a_text_a_binary_file():
    assert looks_like_text(b"x" * 200 + b"\0" + b"y" * 200)


@given(st.binary(max_size=60), st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]))
def test_any_bytes_are_some_text_and_every_place_has_bytes(data, mark):
    whole = mark + b"x" + data
    text = Text(Original(whole))
    source = text.source(0, len(text.text))
    assert source.start == len(mark)
    assert source.end in (len(whole), len(whole) - 1)
