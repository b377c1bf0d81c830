from __future__ import annotations

from typing import Any

import pytest

from calmdesk.conversation import Conversation, conversation_from_dict
from calmdesk.web.design.pace import Pace, Tempo, pace_of, tempo_of


def call(*turns: dict[str, Any]) -> Conversation:
    """A call of these turns: `who` (U1 or A1), `start`, `seconds`, `words` (how many), and anything else."""
    messages = []
    for place, turn in enumerate(turns, 1):
        turn = dict(turn)
        start, seconds, words = turn.pop("start"), turn.pop("seconds"), turn.pop("words")
        message = {"id": f"m{place}", "sender": turn.pop("who"), "text": " ".join(["word"] * words), "start_s": start}
        messages.append(message | {"end_s": start + seconds} | turn)
    return conversation_from_dict(
        {
            "id": "c1",
            "channel": "voice",
            "participants": [{"id": "U1", "role": "requester"}, {"id": "A1", "role": "agent"}],
            "messages": messages,
        }
    )


def test_pace_is_words_a_minute_of_the_agent_and_of_the_caller() -> None:
    talk = call(
        {"who": "U1", "start": 0, "seconds": 10, "words": 25},
        {"who": "A1", "start": 11, "seconds": 10, "words": 32},
    )
    assert pace_of(talk, "A1") == Pace(own=190, caller=150, tempo=Tempo.FAST)


def test_the_latest_turns_count_and_old_ones_are_forgotten() -> None:
    talk = call(
        {"who": "A1", "start": 0, "seconds": 20, "words": 100},
        {"who": "A1", "start": 30, "seconds": 20, "words": 46},
    )
    assert pace_of(talk, "A1") == Pace(own=140, caller=None, tempo=Tempo.STEADY)


def test_words_of_listening_do_not_count() -> None:
    talk = call(
        {"who": "A1", "start": 0, "seconds": 8, "words": 20},
        {"who": "A1", "start": 9, "seconds": 2, "words": 1},
    )
    assert pace_of(talk, "A1") == Pace(own=150, caller=None, tempo=Tempo.STEADY)


def test_a_pause_to_look_something_up_is_no_slow_talk() -> None:
    words = [{"start_s": float(place), "end_s": place + 0.4, "text": "word"} for place in range(10)]
    later = [{"start_s": 30.0 + place, "end_s": 30.4 + place, "text": "word"} for place in range(10)]
    talk = call({"who": "A1", "start": 0, "seconds": 39.4, "words": 20})
    timed = conversation_from_dict(
        {
            "id": "c1",
            "channel": "voice",
            "participants": [{"id": "A1", "role": "agent"}],
            "messages": [
                {
                    "id": "m1",
                    "sender": "A1",
                    "text": "word " * 20,
                    "start_s": 0.0,
                    "end_s": 39.4,
                    "words": [*words, *later],
                }
            ],
        }
    )
    assert pace_of(talk, "A1") is None  # 30 words a minute is not how anybody talks
    assert pace_of(timed, "A1") == Pace(own=65, caller=None, tempo=Tempo.SLOW)


@pytest.mark.parametrize(
    "turns",
    [
        [],
        [{"who": "U1", "start": 0, "seconds": 10, "words": 30}],
        [{"who": "A1", "start": 0, "seconds": 3, "words": 9}],
        [{"who": "A1", "start": 0, "seconds": 10, "words": 90}],
        [{"who": "A1", "start": 0, "seconds": 10, "words": 30, "internal": True}],
    ],
    ids=["nobody", "the caller alone", "too little talk", "times that cannot be", "a note"],
)
def test_where_it_cannot_be_told_there_is_none(turns: list[dict[str, Any]]) -> None:
    assert pace_of(call(*turns), "A1") is None


def test_turns_without_times_have_no_pace() -> None:
    talk = conversation_from_dict(
        {
            "id": "c1",
            "channel": "voice",
            "participants": [{"id": "A1", "role": "agent"}],
            "messages": [{"id": "m1", "sender": "A1", "text": "word " * 40}],
        }
    )
    assert pace_of(talk, "A1") is None


@pytest.mark.parametrize(
    ("own", "caller", "tempo"),
    [
        (140, None, Tempo.STEADY),
        (140, 140, Tempo.STEADY),
        (180, None, Tempo.FAST),
        (180, 220, Tempo.FAST),
        (155, 105, Tempo.FAST),
        (135, 80, Tempo.STEADY),
        (95, None, Tempo.SLOW),
        (110, 200, Tempo.SLOW),
        (125, 240, Tempo.STEADY),
    ],
)
def test_the_norm_decides_and_the_caller_makes_it_sooner(own: float, caller: float | None, tempo: Tempo) -> None:
    assert tempo_of(own, caller) is tempo
