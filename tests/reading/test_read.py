import json
from datetime import UTC, datetime

import msgspec

from calmdesk.conversation import Channel, Consent, to_json
from calmdesk.reading import read
from tests.talk import builtin, talk
from tests.temperature.ear import UPSET, Ear, model_with

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)


def reading_of(dialogue, channel=Channel.CHAT, **options):
    return json.loads(to_json(read(talk(dialogue, channel), builtin(), now=NOW, **options)))


def test_a_reading_has_the_parts_of_the_wire_form():
    reading = reading_of("requester: I cannot log in.\nagent: Which error do you see?\nrequester: you are an idiot")
    assert reading["calmdesk"] == 1
    assert reading["as_of"] == "2026-01-05T10:00:00Z"
    assert [message["id"] for message in reading["messages"]] == ["m1", "m2", "m3"]
    assert reading["messages"][0] == {
        "id": "m1",
        "role": "requester",
        "stance": "calm",
        "conduct": "none",
        "tension": 0.0,
    }
    assert reading["messages"][2]["stance"] == "hostile"
    assert reading["first_shift"]["message"] == "m3"
    assert reading["first_shifts"] == [reading["first_shift"]]
    assert reading["loudest"] == "m3"


def test_nothing_is_said_of_an_agent_who_is_civil():
    assert set(reading_of("agent: Good morning.")["messages"][0]) == {"id", "role", "tension", "moves"}


def test_what_is_not_built_is_absent_and_named():
    reading = reading_of("requester: hello")
    named = {note["part"] for note in reading["not_read"]}
    for part in ("derailment", "escalation"):
        assert part in named
        assert part not in reading


def test_calm_throughout_is_null_not_absent():
    reading = reading_of("requester: I cannot log in.")
    assert reading["first_shift"] is None
    assert reading["first_shifts"] == reading["findings"] == reading["triggers"] == []
    assert reading["loudest"] is None


def test_another_language_is_not_judged_and_never_shown_as_calm():
    reading = reading_of(
        "requester: Der Drucker druckt seit heute Morgen nur noch leere Seiten, was soll ich jetzt tun?"
    )
    assert "stance" not in reading["messages"][0]
    assert "tension" not in reading["messages"][0]
    assert {"part": "message m1", "why": "it seems to be German; calmdesk reads English so far"} in reading["not_read"]


def test_a_silenced_rule_counts_for_nothing_and_is_named():
    reading = reading_of("requester: you are an idiot", silenced=frozenset(builtin().signs))
    assert reading["findings"] == []
    assert reading["messages"][0]["stance"] == "calm"
    assert {"part": "sign insults_the_helper", "why": "silenced"} in reading["not_read"]


def test_loudness_is_read_only_with_a_recorded_consent_basis():
    turns = "\n".join(
        f"requester <start={n} end={n + 0.9} loud={level},{level}>: it is broken here"
        for n, level in enumerate([-30] * 5 + [-10] * 2)
    )
    without = talk(turns, Channel.VOICE)
    noted = {note.part: note.why for note in read(without, builtin(), now=NOW).not_read}
    assert noted["loudness"] == "no consent basis is recorded with the conversation"
    assert not [f for f in read(without, builtin(), now=NOW).findings if "louder" in f.reasons[0]]
    asked = msgspec.structs.replace(without, consent=Consent(basis="notice at call start"))
    assert [f for f in read(asked, builtin(), now=NOW).findings if "louder" in f.reasons[0]]


def test_tension_stays_between_nothing_and_one():
    reading = reading_of(
        "\n".join(["requester: you are a useless idiot, you are a liar!!! LAST TIME THIS HAPPENED"] * 9)
    )
    assert all(0 <= message["tension"] <= 1 for message in reading["messages"])


def test_where_nobody_asks_nothing_is_said_of_a_shift():
    reading = reading_of("agent: Good morning.\nsystem: Ticket received.")
    assert "first_shift" not in reading
    assert "loudest" not in reading
    noted = {note["part"]: note["why"] for note in reading["not_read"]}
    assert "nobody in it asks for help" in noted["first shift, tension"]


def test_where_no_message_of_a_requester_could_be_judged_there_is_no_calm_either():
    reading = reading_of(
        "requester: Der Drucker druckt seit heute Morgen nur noch leere Seiten, was soll ich jetzt tun?"
    )
    assert "first_shift" not in reading
    assert {note["part"] for note in reading["not_read"]} >= {"message m1", "first shift, tension"}


def test_a_conversation_that_has_not_begun_has_no_shift_yet():
    reading = read(msgspec.structs.replace(talk("requester: hello"), messages=()), builtin(), now=NOW)
    assert reading.first_shift is None


def test_with_a_model_probabilities_and_a_forecast_are_told_and_not_named_as_missing():
    reading = reading_of("requester: It is slow\nagent: Since when?", model=model_with(Ear(slow=UPSET)))
    assert reading["messages"][0]["stance_p"]["upset"] > 0.9
    assert "stance_p" not in reading["messages"][1]
    assert reading["derailment"]["as_of"] == "m2"
    assert not {"stance_p", "derailment"} & {note["part"] for note in reading["not_read"]}


def test_a_forecast_that_cannot_be_made_is_absent_and_named():
    reading = reading_of("system: Ticket opened.", model=model_with(Ear()))
    assert "derailment" not in reading
    assert {"part": "derailment", "why": "no message could be read"} in reading["not_read"]
