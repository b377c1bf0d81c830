import json

import pytest

from calmdesk.conversation import conversation_from_json, to_json
from calmdesk.errors import BadInput

WHOLE = {
    "calmdesk": 1,
    "id": "c1",
    "channel": "email",
    "subject": "VPN",
    "participants": [{"id": "U1", "role": "requester"}, {"id": "A1", "role": "agent"}],
    "messages": [
        {"id": "m1", "sender": "U1", "text": "I cannot log in.", "sent_at": "2026-01-05T09:00:00Z"},
        {"id": "m2", "sender": "A1", "text": "Which error do you see?"},
    ],
}


def changed(**changes):
    return json.dumps(WHOLE | changes)


def test_a_conversation_comes_back_as_it_went_in():
    conversation = conversation_from_json(json.dumps(WHOLE))
    assert json.loads(to_json(conversation)) == WHOLE


def test_every_output_carries_the_version_even_where_the_input_left_it_out():
    given = dict(WHOLE)
    del given["calmdesk"]
    assert json.loads(to_json(conversation_from_json(json.dumps(given))))["calmdesk"] == 1


def test_what_stands_under_x_is_carried_along_untouched():
    extra = {"ticket": [1, {"deep": None}], "n": 0.1}
    conversation = conversation_from_json(changed(x=extra))
    assert json.loads(to_json(conversation))["x"] == extra


@pytest.mark.parametrize(
    ("given", "where", "says"),
    [
        (changed(colour="red"), "$", "unknown field `colour`"),
        (changed(messages=[WHOLE["messages"][0] | {"mood": "x"}]), "$.messages[0]", "unknown field `mood`"),
        (changed(participants=[{"id": "U1", "role": "agent", "mood": 1}]), "$.participants[0]", "unknown field `mood`"),
        (changed(channel="fax"), "$.channel", "allowed are voice, chat, email, in_person, portal"),
        (changed(calmdesk=2), "$.calmdesk", "2"),
        (changed(opened_at="2026-01-05T09:00:00"), "$.opened_at", "without a zone"),
        (changed(messages=[{"id": "m1", "sender": "U1"}]), "$.messages[0]", "missing required field `text`"),
        (changed(messages=[{"id": "m1", "sender": "U9", "text": "x"}]), "$.messages[0].sender", "'U9' is not among"),
        (changed(messages=[WHOLE["messages"][0]] * 2), "$.messages", "same id"),
        (changed(participants=[WHOLE["participants"][0]] * 2), "$.participants", "same id"),
        ("[]", "$", "Expected `object`"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_path(given, where, says):
    with pytest.raises(BadInput) as caught:
        conversation_from_json(given)
    assert caught.value.where == where
    assert says in caught.value.problem
    assert caught.value.remedy


def test_an_agents_loudness_is_dropped_and_a_requesters_is_kept():
    messages = [message | {"loudness_db": [-30.0]} for message in WHOLE["messages"]]
    conversation = conversation_from_json(changed(messages=messages))
    assert conversation.message("m1").loudness_db == (-30.0,)
    assert conversation.message("m2").loudness_db == ()


def test_errors_and_reprs_never_hold_message_text():
    conversation = conversation_from_json(json.dumps(WHOLE))
    shown = repr(conversation) + repr(conversation.message("m1"))
    assert "log in" not in shown
    with pytest.raises(BadInput) as caught:
        conversation_from_json(changed(messages=[WHOLE["messages"][0] | {"sent_at": "soon"}]))
    assert "log in" not in str(caught.value)
