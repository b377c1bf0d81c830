"""What is about to happen, apart from whether it is worth an interruption."""

from calmdesk.signals import engine_for, scan
from calmdesk.temperature import rules_judge, temperatures
from calmdesk.temperature.forecast import FORECAST_FEATURES, derailment, forecast_features
from tests.talk import builtin, talk
from tests.temperature.ear import BY_TENSENESS, CALM, HOSTILE, Ear, model_with

TENSE = CALM | {"tense": 1.0}
BARELY = CALM | {"tense": 0.1}
DIALOGUE = "requester: It is slow\nagent: Since when?\nrequester: {}"


def foreseen(dialogue, ear):
    conversation = talk(dialogue)
    signs = builtin().signs
    scanned = scan(conversation, engine_for(builtin()))
    heats = temperatures(conversation, scanned, model_with(ear).judge(rules_judge(signs), signs))
    return derailment(BY_TENSENESS, scanned, heats, ear), scanned, heats


def test_calm_is_not_worth_an_interruption():
    found, *_ = foreseen(DIALOGUE.format("since nine"), Ear())
    assert found.p < 0.1
    assert not found.interrupt


def test_what_is_likely_is_told_at_once_with_a_reason_in_words():
    found, *_ = foreseen(DIALOGUE.format("as I wrote"), Ear(wrote=TENSE))
    assert found.as_of == "m3"
    assert found.interrupt
    assert found.reasons == ("the wording of the last message",)


def test_what_is_possible_waits_for_the_next_message():
    ear = Ear(wrote=BARELY)
    once, *_ = foreseen(DIALOGUE.format("as I wrote"), ear)
    twice, *_ = foreseen(DIALOGUE.format("as I wrote\nrequester: I wrote"), ear)
    assert once.p >= BY_TENSENESS.alarm_from
    assert not once.interrupt
    assert twice.interrupt


def test_what_already_broke_is_seen_and_not_foreseen():
    found, *_ = foreseen(DIALOGUE.format("clown\nrequester: as I wrote"), Ear(clown=HOSTILE, wrote=TENSE))
    assert not found.interrupt


def test_nothing_later_changes_what_was_foreseen():
    ear = Ear(clown=HOSTILE)
    _, scanned, heats = foreseen(DIALOGUE.format("since nine"), ear)
    _, longer, more = foreseen(DIALOGUE.format("since nine\nrequester: clown"), ear)
    row = forecast_features(scanned, heats, 2, ear)
    assert len(row) == len(FORECAST_FEATURES)
    assert row == forecast_features(longer, more, 2, ear)


def test_nobody_who_can_be_read_means_no_forecast():
    found, *_ = foreseen("system: closed", Ear())
    assert found is None
