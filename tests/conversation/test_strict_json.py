import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation.strict_json import MAX_BYTES, parse
from calmdesk.errors import BadInput, LimitExceeded


def test_a_key_that_stands_twice_is_refused_and_named():
    with pytest.raises(BadInput, match="'role' stands twice"):
        parse('{"role": "customer", "role": "agent"}')


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_not_json_are_refused(number):
    with pytest.raises(BadInput, match="not JSON"):
        parse(f"[{number}]")


def test_nesting_is_allowed_up_to_the_limit_and_refused_beyond_it():
    assert parse("[" * 64 + "]" * 64)
    with pytest.raises(LimitExceeded, match="nested"):
        parse("[" * 65 + "]" * 65)
    with pytest.raises(LimitExceeded, match="nested"):
        parse("[" * 100_000)


def test_a_number_of_ten_thousand_digits_is_refused():
    with pytest.raises(LimitExceeded, match="number is too long"):
        parse("1" * 10_000)


def test_too_many_bytes_are_refused_before_they_are_parsed():
    with pytest.raises(LimitExceeded, match="bytes of JSON"):
        parse(b" " * (MAX_BYTES + 1))


def test_bytes_that_are_not_utf8_are_refused_with_their_place():
    with pytest.raises(BadInput) as caught:
        parse(b'["\xff"]')
    assert caught.value.where == "byte 2"


def test_lone_surrogates_and_nul_become_one_visible_character_each():
    assert parse(r'["a\ud800b\u0000c"]') == ["a\ufffdb\ufffdc"]


def test_a_surrogate_pair_is_one_character():
    assert parse(r'["\ud83d\ude00"]') == ["😀"]


def test_a_byte_order_mark_is_not_an_error():
    assert parse(b"\xef\xbb\xbf[1]") == [1]


@given(st.binary(max_size=200))
def test_whatever_the_bytes_only_bad_input_is_raised(data):
    with contextlib.suppress(BadInput):
        parse(data)
