import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation import Span, from_utf16, to_utf16


def test_an_emoji_counts_two_units_for_a_browser():
    assert to_utf16("I am done 😡 THIS", 12) == 13


@given(st.text(), st.data())
def test_offsets_survive_the_way_to_a_browser_and_back(text, data):
    offset = data.draw(st.integers(0, len(text)))
    units = to_utf16(text, offset)
    assert len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2 == units
    assert from_utf16(text, units) == offset


def test_a_place_inside_a_surrogate_pair_moves_to_its_start():
    assert from_utf16("a😡b", 2) == 1


def test_a_span_never_runs_backwards():
    with pytest.raises(ValueError, match="runs forward"):
        Span(message="m1", start=3, end=2)
