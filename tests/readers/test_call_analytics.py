import json

import pytest

from calmdesk.conversation import Channel
from calmdesk.errors import BadInput
from tests.readers.reading import in_original, problems, read_all, read_one, roles, said


def turn(role, words, start, end, **more):
    return {
        "ParticipantRole": role,
        "Content": words,
        "BeginOffsetMillis": start,
        "EndOffsetMillis": end,
        "Sentiment": "NEGATIVE",
        **more,
    }


def call(*turns, interruptions=None, **more):
    characteristics = {"Interruptions": {"InterruptionsByInterrupter": interruptions or {}}}
    return json.dumps(
        {
            "JobName": "call-7",
            "LanguageCode": "en-GB",
            "Channel": "VOICE",
            "Participants": [{"ParticipantRole": "AGENT"}, {"ParticipantRole": "CUSTOMER"}],
            "ConversationCharacteristics": characteristics,
            "Transcript": list(turns),
            **more,
        }
    )


def test_roles_times_words_and_language():
    items = [
        {"Type": "pronunciation", "Content": "It", "BeginOffsetMillis": 2000, "EndOffsetMillis": 2100},
        {"Type": "punctuation", "Content": "."},
    ]
    conversation = read_one(
        call(turn("AGENT", "Hello?", 0, 1500), turn("CUSTOMER", "It “broke”.", 2000, 4000, Items=items))
    )
    assert said(conversation) == [("AGENT", "Hello?"), ("CUSTOMER", "It “broke”.")]
    assert roles(conversation) == {"AGENT": "agent", "CUSTOMER": "requester"}
    assert (conversation.id, conversation.channel, conversation.language) == ("call-7", Channel.VOICE, "en")
    message = conversation.messages[1]
    assert (message.start_s, message.end_s) == (2, 4)
    assert [(word.text, word.start_s, word.end_s) for word in message.words] == [("It", 2, 2.1)]


def test_only_the_loudness_of_the_customer_is_kept():
    loud = turn("CUSTOMER", "Hi", 2, 3, LoudnessScores=[70.0, None, 82.5])
    conversation = read_one(call(turn("AGENT", "Hello", 0, 1, LoudnessScores=[80.5]), loud))
    assert [message.loudness_db for message in conversation.messages] == [(), (70.0, 82.5)]


def test_an_interruption_points_at_the_turn_it_cuts_into():
    conversation = read_one(
        call(
            turn("CUSTOMER", "I was about to say", 0, 5000),
            turn("AGENT", "Yes yes.", 3000, 4000),
            turn("CUSTOMER", "that it", 6000, 7000),
            interruptions={"AGENT": [{"BeginOffsetMillis": 3000, "EndOffsetMillis": 4000, "DurationMillis": 1000}]},
        )
    )
    assert [message.interrupts for message in conversation.messages] == [None, "m1", None]


def test_an_interruption_that_fits_no_turn_is_left_out():
    conversation = read_one(
        call(
            turn("CUSTOMER", "one", 0, 1000),
            turn("AGENT", "two", 90_000, 91_000),
            interruptions={"AGENT": [{"BeginOffsetMillis": 50_000}, {"BeginOffsetMillis": "x"}, 3], "NOBODY": 4},
        )
    )
    assert [message.interrupts for message in conversation.messages] == [None, None]


def test_turns_are_put_in_order_of_time():
    conversation = read_one(call(turn("AGENT", "second", 2000, 3000), turn("CUSTOMER", "first", 0, 1000)))
    assert said(conversation) == [("CUSTOMER", "first"), ("AGENT", "second")]
    assert [message.id for message in conversation.messages] == ["m1", "m2"]


def test_contact_lens_names_people_by_id():
    data = {
        "Channel": "VOICE",
        "CustomerMetadata": {"ContactId": "contact-1"},
        "Participants": [
            {"ParticipantId": "P1", "ParticipantRole": "AGENT"},
            {"ParticipantId": "P2", "ParticipantRole": "CUSTOMER"},
        ],
        "Transcript": [
            {"ParticipantId": "P1", "Content": "Hello", "BeginOffsetMillis": 0, "EndOffsetMillis": 100},
            {
                "ParticipantId": "P2",
                "Content": "Hi",
                "BeginOffsetMillis": 200,
                "EndOffsetMillis": 300,
                "LoudnessScore": [79.1, None],
            },
        ],
    }
    conversation = read_one(json.dumps(data))
    assert conversation.id == "contact-1"
    assert roles(conversation) == {"AGENT": "agent", "CUSTOMER": "requester"}
    assert conversation.messages[1].loudness_db == (79.1,)


def test_a_contact_lens_chat_has_clock_times_and_no_events():
    data = {
        "Channel": "CHAT",
        "Participants": [{"ParticipantId": "P2", "ParticipantRole": "CUSTOMER"}],
        "Transcript": [
            {"Type": "EVENT", "ParticipantId": "P2", "Content": "joined", "AbsoluteTime": "2026-01-05T09:00:00.000Z"},
            {"Type": "MESSAGE", "ParticipantId": "P2", "Content": "Hi", "AbsoluteTime": "2026-01-05T09:00:05.000Z"},
        ],
    }
    conversation = read_one(json.dumps(data))
    assert said(conversation) == [("CUSTOMER", "Hi")]
    assert conversation.messages[0].sent_at.isoformat() == "2026-01-05T09:00:05+00:00"
    assert conversation.channel is Channel.CHAT


def test_a_turn_without_words_or_speaker_is_told_and_the_rest_is_read():
    found = read_all(call(turn("AGENT", "Hello", 0, 1), turn("CUSTOMER", "", 2, 3), {"Content": "who?"}))
    assert said(found[0]) == [("AGENT", "Hello")]
    assert problems(found) == [
        "$.Transcript[1]: a turn without words. This turn is left out, the rest is read.",
        "$.Transcript[2]: a turn without a speaker. This turn is left out, the rest is read.",
    ]


@pytest.mark.parametrize("value", [None, [], {}, "x", 3, True])
@pytest.mark.parametrize("key", ["Participants", "ConversationCharacteristics", "LanguageCode", "Channel", "JobName"])
def test_a_value_of_another_kind_stops_nothing(key, value):
    read_one(call(turn("AGENT", "Hello", 0, 1), **{key: value}), as_format="call-analytics")


@pytest.mark.parametrize("value", [None, [], {}, "x", -5, True, 1e300])
@pytest.mark.parametrize("key", ["BeginOffsetMillis", "EndOffsetMillis", "Items", "LoudnessScores"])
def test_a_turn_with_odd_values_keeps_its_words(key, value):
    assert said(read_one(call(turn("CUSTOMER", "Hello", 0, 1) | {key: value}))) == [("CUSTOMER", "Hello")]


@pytest.mark.parametrize("data", ['{"Transcript": []}', "[]", "x"])
def test_another_shape_named_so_by_hand_is_a_reason(data):
    found = read_all(data, as_format="call-analytics")
    assert [type(item) for item in found] == [BadInput]


def test_the_captured_call_of_the_vendor(shared):
    data = (shared / "corpora/fixtures/transcripts/aws-transcribe-call-analytics/example-call.json").read_bytes()
    conversation = read_one(data)
    assert len(conversation.messages) == 37
    assert [message.id for message in conversation.messages if message.interrupts] == ["m5", "m33"]
    assert conversation.messages[4].interrupts == "m4"
    assert all(in_original(message, data) == message.text for message in conversation.messages)
    assert all(bool(message.loudness_db) == (message.sender == "CUSTOMER") for message in conversation.messages)
    assert sum(len(message.words) for message in conversation.messages) > 400
