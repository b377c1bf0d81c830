"""One-word answers to open questions."""

from functools import partial

import pytest

from calmdesk.playbook.detectors import CurtAnswer
from calmdesk.signals.detectors import curt_answer
from tests.signals.detectors.looking import seen
from tests.talk import talk

find = partial(curt_answer.find, CurtAnswer(words=2, times=2))
ONCE = partial(curt_answer.find, CurtAnswer(words=2, times=1))
ASKED = "agent: What exactly happens when you open it?"


def test_the_second_curt_answer_is_found_without_the_space_around_it():
    dialogue = f"{ASKED}\nrequester: nothing\n{ASKED}\nrequester:  just nothing "
    assert seen(find, talk(dialogue)) == [("m4", 1, 13)]


def test_a_third_is_found_as_well():
    dialogue = "\n".join([ASKED, "requester: nothing"] * 3)
    assert seen(find, talk(dialogue)) == [("m4", 0, 7), ("m6", 0, 7)]


def test_a_longer_answer_in_between_begins_anew():
    dialogue = f"{ASKED}\nrequester: nothing\n{ASKED}\nrequester: it closes by itself\n{ASKED}\nrequester: nothing"
    assert seen(find, talk(dialogue)) == []


@pytest.mark.parametrize("answer", ["thanks", "yes", "ok", "4711", "10.4", "it works", "one two three", "", "!!"])
def test_short_answers_that_are_enough(answer):
    assert seen(ONCE, talk(f"{ASKED}\nrequester: {answer}")) == []


@pytest.mark.parametrize("asked", ["Is it green?", "I am looking into it.", "Hello, what a day"])
def test_only_an_open_question_asks_for_more(asked):
    assert seen(ONCE, talk(f"agent: {asked}\nrequester: no idea")) == []


def test_an_answer_to_somebody_else_is_none_to_the_desk():
    assert seen(ONCE, talk("requester2: What exactly happens when you open it?\nrequester: nothing")) == []


def test_a_machine_is_not_curt():
    assert seen(ONCE, talk(f"{ASKED}\nrequester <automatic>: nothing")) == []
