"""Writing again before anybody answered."""

from functools import partial

import pytest

from calmdesk.playbook.detectors import Chase
from calmdesk.signals.detectors import chase
from tests.signals.detectors.looking import reasons, seen
from tests.talk import talk

find = partial(chase.find, Chase(messages=2, hours=4))
FIRST = "requester <at=09:00>: my account is locked, could you help?"


def test_the_message_as_a_whole_is_marked_and_the_wait_is_told():
    asked = talk(f"{FIRST}\nrequester <at=14:00>: any update?")
    assert seen(find, asked) == [("m2", 0, 0)]
    assert reasons(find, asked) == ["message 2 in a row without an answer, 5 hours after the first"]
    assert reasons(find, talk(f"{FIRST}\nrequester <at=3+09:00>: any update?")) == [
        "message 2 in a row without an answer, 3 days after the first"
    ]


@pytest.mark.parametrize("clock", ["09:01", "12:59"])
def test_too_soon_is_nothing(clock):
    assert seen(find, talk(f"{FIRST}\nrequester <at={clock}>: any update?")) == []


def test_exactly_the_hours_count():
    assert seen(find, talk(f"{FIRST}\nrequester <at=13:00>: any update?")) == [("m2", 0, 0)]


@pytest.mark.parametrize(
    "again", ["here is the log that I forgot", "it is fixed, please close", "I meant the second account", "ok"]
)
def test_bringing_more_is_not_asking_again(again):
    assert seen(find, talk(f"{FIRST}\nrequester <at=15:00>: {again}")) == []


@pytest.mark.parametrize(
    "between", ["agent <at=10:00>: On it.", "supervisor <at=10:00>: On it.", "other <at=10:00>: hi"]
)
def test_anybody_else_in_between_ends_the_wait(between):
    assert seen(find, talk(f"{FIRST}\n{between}\nrequester <at=15:00>: any update?")) == []


def test_an_automatic_answer_is_no_answer():
    assert seen(find, talk(f"{FIRST}\nagent <at=09:00 automatic>: received\nrequester <at=15:00>: any update?")) == [
        ("m3", 0, 0)
    ]


def test_a_thank_you_waits_for_nothing():
    dialogue = "requester <at=09:00>: thanks, I will try it\nrequester <at=15:00>: is there a guide for it?"
    assert seen(find, talk(dialogue)) == []


def test_without_times_nothing_is_said():
    assert seen(find, talk("requester: hello?\nrequester: any update?")) == []
