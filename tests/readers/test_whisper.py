import json

import pytest

from calmdesk.readers.cues import NOBODY
from tests.readers.reading import problems, read_all, read_one, said


def segments(*items, **more):
    return json.dumps({"text": "…", "language": "en", "segments": list(items), **more})


def test_whisper_hears_no_speakers_and_none_is_made_up():
    words = [{"word": " Service", "start": 0, "end": 0.5, "probability": 0.9}, {"word": " desk.", "start": None}]
    conversation = read_one(
        segments(
            {"id": 0, "start": 0.0, "end": 2.0, "text": " Service desk.", "words": words},
            {"id": 1, "start": 2.0, "end": 3.0, "text": " It broke."},
        )
    )
    assert said(conversation) == [(NOBODY, "Service desk."), (NOBODY, "It broke.")]
    assert [(word.text, word.end_s) for word in conversation.messages[0].words] == [("Service", 0.5)]
    assert conversation.language == "en"


def test_whisperx_speakers_on_segments_on_words_or_on_neither():
    conversation = read_one(
        segments(
            {"start": 0, "end": 1, "text": "Hello, how can I help?", "speaker": "SPEAKER_00"},
            {
                "start": 1,
                "end": 2,
                "text": "It broke.",
                "words": [{"word": "It", "start": 1, "end": 1.2, "speaker": "SPEAKER_01"}, {"word": "broke."}],
            },
            {"start": 2, "end": 3, "text": "Really.", "speaker": "SPEAKER_01"},
            {"start": 3, "end": 4, "text": "Hm."},
        )
    )
    assert said(conversation) == [
        ("SPEAKER_00", "Hello, how can I help?"),
        ("SPEAKER_01", "It broke.\nReally."),
        (NOBODY, "Hm."),
    ]
    assert [person.role.value for person in conversation.participants] == ["agent", "requester", "unknown"]


def test_whisper_timestamped_calls_words_text():
    word = {"text": "Hi", "start": 0.1, "end": 0.4, "confidence": 0.9}
    assert read_one(segments({"start": 0, "end": 1, "text": "Hi", "words": [word]})).messages[0].words[0].text == "Hi"


def test_segments_that_cannot_be_read_are_told_and_the_rest_is_read():
    found = read_all(
        segments({"start": 0, "end": 1, "text": "Hi"}, {"start": None, "text": "x"}, {"start": -1, "text": "y"})
    )
    assert len(found[0].messages) == 1
    assert problems(found) == [
        "$.segments[1]: a segment without a start. It is left out.",
        "$.segments[2]: a segment without a start. It is left out.",
    ]


@pytest.mark.parametrize("value", [None, [], {}, "x", True, -3])
@pytest.mark.parametrize("key", ["end", "words", "speaker"])
def test_odd_values_keep_the_words(key, value):
    assert read_one(segments({"start": 0, "end": 1, "text": "Hi", key: value})).messages[0].text == "Hi"


def test_no_words_is_a_reason():
    assert problems(read_all(segments({"start": 0, "end": 1, "text": " "}))) == [
        "$.segments: no words in it. Transcribe the recording again."
    ]
