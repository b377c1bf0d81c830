"""What a reader of a draft would count as asked."""

import pytest

from calmdesk.drafts.asks import asks_in
from tests.moves.seen import last
from tests.talk import said_by


def asks(text: str) -> list[str]:
    return [text[start:end] for start, end in asks_in(last(said_by("agent", text)))]


def test_each_question_is_one() -> None:
    assert asks("Which app is it? Since when?") == ["Which app is it?", "Since when?"]


def test_all_that_one_sentence_asks_to_be_sent_is_one() -> None:
    assert asks("Please send the log, the version and the time. Which floor is it?") == [
        "the log, the version and the time",
        "Which floor is it?",
    ]


def test_a_list_of_things_to_send_is_one() -> None:
    assert asks("Please send the following:\n- your name\n- the laptop\n- a picture") == [
        "your name\n- the laptop\n- a picture"
    ]
    assert asks("please send us below: 1- the log. 2- the version. 3- the time") == [
        "the log. 2- the version. 3- the time"
    ]


def test_a_list_of_questions_is_several() -> None:
    assert asks("Please tell us the following:\n- which app is it?\n- since when?") == ["which app is it", "since when"]


def test_two_sentences_that_demand_are_two() -> None:
    assert asks("Please send the log. Please send the version too.") == ["the log", "the version too"]


@pytest.mark.parametrize(
    "text",
    [
        "Shall I go ahead?",
        "So, can I help you with anything else?",
        "What do you think?",
        "Any thoughts?",
        "Any other questions?",
        "Did I get that right?",
        "Is that correct?",
        "Would Tuesday do? Yes, it would.",
        "Why? Because the drive is full.",
        "Isn't it odd?",
    ],
)
def test_a_question_that_closes_checks_or_is_answered_at_once_is_none(text: str) -> None:
    assert asks(text) == []


def test_nothing_asks_for_nothing() -> None:
    assert asks("") == []
