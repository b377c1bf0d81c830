"""The same complaint again after the desk has answered."""

from functools import partial

import pytest

from calmdesk.playbook.detectors import Repetition
from calmdesk.signals.detectors import repetition
from tests.signals.detectors.looking import quotes, seen
from tests.talk import talk

find = partial(repetition.find, Repetition(similarity=80, words=5))
SAID = "requester: the badge does not open the lab door"
ANSWER = "agent: Please hold it to the reader."


def test_the_sentence_that_comes_again_is_found_alone():
    dialogue = f"{SAID}\n{ANSWER}\nrequester: Listen. The badge does not open the lab door! Do something."
    assert seen(find, talk(dialogue)) == [("m3", 8, 45)]
    assert quotes(find, talk(dialogue)) == ["The badge does not open the lab door!"]


@pytest.mark.parametrize(
    "again",
    [
        "the badge does not open the lab door",
        "the badge still does not open the lab door",
        "@kim the badge does not open the lab door",
    ],
)
def test_nearly_the_same_words_count(again):
    assert quotes(find, talk(f"{SAID}\n{ANSWER}\nrequester: {again}")) == [again]


def test_only_once_a_message():
    two = "the badge does not open the lab door. the badge does not open the lab door."
    assert len(seen(find, talk(f"{SAID}\n{ANSWER}\nrequester: {two}"))) == 1


@pytest.mark.parametrize(
    "dialogue",
    [
        f"{SAID}\n{SAID}",
        f"{SAID}\n{ANSWER}\nrequester2: the badge does not open the lab door",
        f"{SAID}\n{ANSWER}\nrequester: the light on the reader turns red now",
        f"{SAID}\n{ANSWER}\nrequester: > the badge does not open the lab door",
        "requester: there are 4 files missing today\nagent: Thanks.\nrequester: there are 5 files missing today",
        "requester: please help me kindly with this\nagent: Of course.\nrequester: please help me kindly with this",
        "requester: I use the blue one at home\nagent: Which?\nrequester: I use the blue one at home",
        "requester: not again please\nagent: Hm.\nrequester: not again please",
    ],
)
def test_what_is_no_repeated_complaint(dialogue):
    assert seen(find, talk(dialogue)) == []
