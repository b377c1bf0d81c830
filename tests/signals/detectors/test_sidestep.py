"""A question of the desk that is answered by a question that presses."""

from functools import partial

import pytest

from calmdesk.playbook.detectors import Sidestep
from calmdesk.signals.detectors import sidestep
from tests.signals.detectors.looking import quotes, seen
from tests.talk import talk

find = partial(sidestep.find, Sidestep(words=6))
ASKED = "agent: Which browser do you use, and since when?"


def test_the_question_alone_is_marked():
    dialogue = f"{ASKED}\nrequester: I am late. When will this be over?"
    assert seen(find, talk(dialogue)) == [("m2", 11, 34)]
    assert quotes(find, talk(dialogue)) == ["When will this be over?"]


@pytest.mark.parametrize(
    "reply",
    [
        "why is it always me who has to call?",
        "@desk can you just send somebody else over?",
        "so how long will all of that take?",
        "are you even able to help me?",
    ],
)
def test_questions_that_press(reply):
    assert seen(find, talk(f"{ASKED}\nrequester: {reply}")) == [("m2", 0, len(reply))]


@pytest.mark.parametrize(
    "reply",
    [
        "yes, when will all of this be over?",
        "2 weeks, when will all of this be over?",
        "do I have to restart the browser for that?",
        "where do I find the name of it?",
        "what do you mean by that, please?",
        "why that?",
        "I want this to be over now.",
    ],
)
def test_replies_that_take_part_or_are_too_short(reply):
    assert seen(find, talk(f"{ASKED}\nrequester: {reply}")) == []


@pytest.mark.parametrize("asked", ["Can I help with anything else?", "I see.", "Hello?"])
def test_the_desk_must_have_asked_for_something(asked):
    assert seen(find, talk(f"agent: {asked}\nrequester: when will this finally be over for us?")) == []


def test_somebody_elses_question_is_not_the_desks():
    dialogue = f"{ASKED.replace('agent', 'requester2')}\nrequester: when will this finally be over for us?"
    assert seen(find, talk(dialogue)) == []
