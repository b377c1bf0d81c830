"""The learned judge, with an ear that hears what the test says."""

import msgspec
import pytest

from calmdesk.conversation import Conduct, Stance
from calmdesk.signals import engine_for, scan
from calmdesk.temperature import rules_judge, temperatures
from tests.talk import builtin, talk
from tests.temperature.ear import HOSTILE, PLAIN, SIGNS, UPSET, Ear, model_with

LEARNED = frozenset({"sounds_upset", "sounds_hostile"})


def told(dialogue, ear, silenced=frozenset()):
    conversation = talk(dialogue)
    signs = SIGNS
    judge = model_with(ear).judge(rules_judge(signs), signs, silenced)
    return temperatures(conversation, scan(conversation, engine_for(builtin()), silenced), judge)


def test_it_hears_what_no_sign_names():
    (found,) = told("requester: The lift is slow again, how lovely to wait", Ear(lovely=UPSET))
    assert found.stance is Stance.UPSET
    assert found.stance_p.upset > 0.9
    assert found.heat > 0.4


def test_probabilities_add_up_to_one():
    (found,) = told("requester: hello there", Ear())
    assert found.stance_p.calm + found.stance_p.upset + found.stance_p.hostile == pytest.approx(1.0)


def test_a_conduct_finding_is_not_overruled_by_a_probability():
    (found,) = told("requester: you are an idiot", Ear())
    assert found.stance is Stance.HOSTILE
    assert found.conduct is Conduct.ABUSE


def test_conduct_is_never_told_without_words_of_a_written_sign():
    (found,) = told("requester: such a person as you", Ear(person=HOSTILE))
    assert found.stance is Stance.HOSTILE
    assert found.conduct is Conduct.NONE


def test_hostile_is_told_only_from_its_own_probability_on():
    unsure = Ear(person=HOSTILE | {"stance:upset": 4.0})
    (found,) = told("requester: such a person", unsure)
    assert found.stance_p.hostile == pytest.approx(0.5, abs=0.01)
    assert found.stance is Stance.UPSET


def test_nothing_is_said_of_an_agents_feelings():
    found = told("agent: Since when?\nrequester: today", Ear(Since=UPSET))[0]
    assert found.stance is None
    assert found.stance_p is None


def test_a_machine_and_another_language_are_not_judged():
    dialogue = "requester: Der Drucker im zweiten Stock druckt seit heute Morgen leider gar nicht mehr."
    (found,) = told(dialogue, Ear(Drucker=HOSTILE))
    assert found.stance_p is None
    assert found.heat == 0.0


def test_a_silenced_learned_sign_leaves_the_written_ones():
    ear = Ear(lovely=UPSET)
    (found,) = told("requester: The lift is slow, how lovely to wait", ear, silenced=LEARNED)
    assert found.stance is Stance.CALM
    assert (found.heat, found.tension) == (0.0, 0.0)


def test_weights_for_other_features_are_refused():
    with pytest.raises(ValueError, match="train again"):
        model_with(Ear(), msgspec.structs.replace(PLAIN, features=("something else",)))
