"""Answers that shrink against the person's own length."""

from functools import partial

import pytest

from calmdesk.playbook.detectors import Shrinking
from calmdesk.signals.detectors import shrinking
from tests.signals.detectors.looking import reasons, seen
from tests.talk import talk

find = partial(shrinking.find, Shrinking(share=0.25, messages=2, at_least_before=12))
LONG = "requester: since this morning the booking page closes by itself when I enter a date in the second field"
ASKED = "agent: What exactly happens then?"


def test_the_second_thin_answer_is_found_as_a_whole():
    dialogue = f"{LONG}\n{ASKED}\nrequester: it closes\n{ASKED}\nrequester:  nothing at all "
    assert seen(find, talk(dialogue)) == [("m5", 1, 15)]
    assert reasons(find, talk(dialogue)) == ["2 answers of 3 words or fewer; before, about 18"]


def test_one_thin_answer_is_nothing():
    assert seen(find, talk(f"{LONG}\n{ASKED}\nrequester: it closes")) == []


def test_who_was_brief_before_does_not_shrink():
    dialogue = f"requester: booking page closes\n{ASKED}\nrequester: it closes\n{ASKED}\nrequester: nothing at all"
    assert seen(find, talk(dialogue)) == []


@pytest.mark.parametrize("answer", ["fixed, thanks", "code 12", "C:\\temp", "which one?", "see https://x.test", "yes"])
def test_a_short_answer_with_a_fact_a_question_or_good_news_is_not_thin(answer):
    assert seen(find, talk(f"{LONG}\n{ASKED}\nrequester: it closes\n{ASKED}\nrequester: {answer}")) == []


def test_without_an_open_question_short_is_fine():
    dialogue = f"{LONG}\nagent: One moment.\nrequester: it closes\nagent: Nearly there.\nrequester: nothing at all"
    assert seen(find, talk(dialogue)) == []


def test_somebody_elses_length_does_not_count():
    dialogue = f"{LONG.replace('requester', 'requester2')}\n{ASKED}\nrequester: it closes\n{ASKED}\nrequester: nothing"
    assert seen(find, talk(dialogue)) == []
