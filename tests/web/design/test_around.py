from __future__ import annotations

import pytest

from calmdesk.web.design.around import around, ending

TEXT = "Good morning. I have told you this before, and it is for six people who all wait!\nThank you."


def test_a_short_sentence_is_shown_whole_and_the_others_are_not() -> None:
    start = TEXT.index("told you")
    assert around(TEXT, start, start + 8, 90) == "I have told you this before, and it is for six people who all wait!"


def test_a_long_sentence_keeps_the_words_in_the_middle() -> None:
    start = TEXT.index("before")
    assert around(TEXT, start, start + 6, 40) == "… told you this before, and it is for …"


def test_words_longer_than_a_glance_are_cut() -> None:
    assert len(around("w" * 500, 0, 500, 40)) <= 44


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("It works. Thank you.", "Thank you."),
        ("It works", "It works"),
        ("one two three four five six seven eight nine", "… six seven eight nine"),
    ],
)
def test_the_end_of_what_was_said(text: str, shown: str) -> None:
    assert ending(text, 24) == shown
