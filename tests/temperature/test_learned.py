"""Findings of what the model hears."""

from __future__ import annotations

from calmdesk.signals import engine_for, scan
from calmdesk.temperature import rules_judge, temperatures, with_learned
from tests.talk import builtin, talk
from tests.temperature.ear import HOSTILE, SIGNS, UPSET, Ear, model_with


def found_in(dialogue, ear, silenced=frozenset()):
    conversation = talk(dialogue)
    scanned = scan(conversation, engine_for(builtin()))
    model = model_with(ear)
    heats = temperatures(conversation, scanned, model.judge(rules_judge(SIGNS), SIGNS, silenced))
    heard = with_learned(scanned, heats, SIGNS, model, silenced)
    return [finding for item in heard for finding in item.findings if finding.rule.startswith("sounds_")]


def test_what_is_heard_is_told_with_the_words_that_weighed_most():
    (finding,) = found_in("requester: The lift is slow. How lovely to wait. Bye", Ear(lovely=UPSET))
    assert (finding.rule, finding.quote) == ("sounds_upset", "How lovely to wait.")
    assert "How lovely to wait." in finding.reasons[0]


def test_a_message_that_a_written_sign_explains_needs_no_other_reason():
    assert found_in("requester: you are an idiot", Ear(idiot=HOSTILE)) == []


def test_calm_words_have_no_finding():
    assert found_in("requester: The lift is slow", Ear()) == []


def test_an_agents_words_have_no_such_finding():
    assert found_in("agent: such people\nrequester: hello", Ear(people=HOSTILE)) == []


def test_a_silenced_sign_is_not_told():
    ear = Ear(lovely=UPSET)
    assert found_in("requester: How lovely to wait", ear, frozenset({"sounds_upset"})) == []
