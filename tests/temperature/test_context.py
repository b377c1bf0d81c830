"""The numbers that are known about a message when it arrives."""

import pytest

from calmdesk.signals import engine_for, scan
from calmdesk.temperature import rules_judge
from calmdesk.temperature.context import FEATURES, features, sigmoid, softmax
from tests.talk import builtin, talk
from tests.temperature.ear import HOSTILE, UPSET, Ear


def known(dialogue, ear, place=-1):
    scanned = scan(talk(dialogue), engine_for(builtin()))
    place %= len(scanned)
    row = features(scanned, place, ear, rules_judge(builtin().signs))
    assert len(row) == len(FEATURES)
    return dict(zip(FEATURES, row, strict=True))


def test_what_the_encoder_answers_about_the_message_stands_first():
    found = known("requester: It is slow", Ear(slow=UPSET))
    assert (found["message stance:upset"], found["message stance:calm"]) == (4.0, -2.0)


def test_what_the_signs_say_is_known_too():
    found = known("requester: you are an idiot", Ear())
    assert found["signs hostile"] == 1.0
    assert found["signs conduct"] == 1.0
    assert known("requester: good morning", Ear())["signs heat"] == 0.0


def test_a_persons_own_past_is_known_and_not_another_persons():
    ear = Ear(slow=UPSET, clown=HOSTILE)
    alone = known("requester: It works now", ear)
    assert alone["own upset last"] == 0.0
    after = known("requester: It is slow\nrequester: It works now", ear)
    assert after["own upset last"] > 0.9
    other = known("other: you clown\nrequester: It works now", ear)
    assert other["own hostile before"] == 0.0


def test_nothing_later_is_looked_at():
    ear = Ear(clown=HOSTILE)
    dialogue = "requester: It is slow\nagent: Since when?\nrequester: you clown"
    assert known(dialogue, ear, place=0) == known("requester: It is slow", ear, place=0)
    assert not any("clown" in words for words in _asked(dialogue, place=1))


def _asked(dialogue, place):
    ear = Ear()
    known(dialogue, ear, place)
    return ear.asked


def test_capitals_count_only_in_more_than_a_word_or_two():
    assert known("requester: VPN OK", Ear())["capitals"] == 0.0
    assert known("requester: WHY IS THIS STILL BROKEN", Ear())["capitals"] == 1.0


def test_probabilities_add_up_and_do_not_overflow():
    assert sum(softmax([1000.0, 0.0, -1000.0])) == pytest.approx(1.0)
    assert 0.0 < sigmoid(-1e6) < sigmoid(1e6) < 1.0
