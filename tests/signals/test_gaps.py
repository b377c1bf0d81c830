"""Gaps in a phrase: up to so many words, never past the end of a sentence."""

import pytest

from tests.signals.test_phrases import find

GAP = """phrases = ["nothing ~3 works"]"""


@pytest.mark.parametrize("text", ["nothing works", "nothing here works", "nothing in v1.2 ever works"])
def test_a_gap_holds_up_to_so_many_words_and_a_dot_inside_a_word(text):
    assert find(GAP, f"requester: {text}.") == [text]


@pytest.mark.parametrize(
    "text", ["I changed nothing. It works", "nothing at all. Works", "nothing that I tried so far works"]
)
def test_a_gap_does_not_reach_over_the_end_of_a_sentence_or_too_far(text):
    assert find(GAP, f"requester: {text}.") == []
