import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.signals.fold import fold


@pytest.mark.parametrize(
    ("received", "folded"),
    [
        ("You Are", b"you are"),
        ("don’t", b"don't"),
        ("idіоt", b"idiot"),  # Cyrillic і and о
        ("i\u200bd\u200biot", b"idiot"),
        ("café", b"cafe"),
        ("cafe\u0301", b"cafe"),
        ("ＩＤＩＯＴ", b"idiot"),
        ("“x”", b'"x"'),
        ("a\u00a0b", b"a b"),
        ("𝐢𝐝𝐢𝐨𝐭", b"idiot"),
    ],
)
def test_what_is_read_is_plain_ascii(received, folded):
    assert fold(received).data == folded


def test_places_lead_back_to_the_text_as_received():
    text = "you i\u200bd\u200biot 😡"
    found = fold(text)
    start = found.data.index(b"idiot")
    assert text[slice(*found.back(start, start + 5))] == "i\u200bd\u200biot"


@given(st.text())
def test_every_place_leads_back_into_the_text(text):
    found = fold(text)
    assert found.data.isascii()
    for place in range(len(found.data)):
        start, end = found.back(place, place + 1)
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_ascii_runs_in_step(text):
    found = fold(text)
    assert found.offsets is None
    assert len(found.data) == len(text)
