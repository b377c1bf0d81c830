from __future__ import annotations

from typing import Any

import pytest

from calmdesk.conversation import Conversation, conversation_from_dict
from calmdesk.web.design.talk_over import CutIn, cut_ins

SAID = "the code is wrong again"


def call(*turns: tuple[str, float | None, float | None, str], **more: Any) -> Conversation:
    """Turns of (who, start, end, text); `more` goes into the last message."""
    messages: list[dict[str, Any]] = [
        {"id": f"m{place}", "sender": who, "text": text, "start_s": start, "end_s": end}
        for place, (who, start, end, text) in enumerate(turns, 1)
    ]
    messages = [{key: value for key, value in one.items() if value is not None} for one in messages]
    messages[-1] |= more
    return conversation_from_dict(
        {
            "id": "c1",
            "channel": "voice",
            "participants": [
                {"id": "U1", "role": "requester"},
                {"id": "A1", "role": "agent"},
                {"id": "A2", "role": "agent"},
            ],
            "messages": messages,
        }
    )


def test_beginning_while_the_caller_speaks_is_cutting_in() -> None:
    talk = call(("U1", 0.0, 10.0, SAID), ("A1", 8.5, 14.0, "let me just explain"))
    assert cut_ins(talk, "A1") == (CutIn(2, 1.5),)


@pytest.mark.parametrize(
    "turns",
    [
        [("U1", 0.0, 10.0, SAID), ("A1", 10.2, 14.0, "let me look")],
        [("U1", 0.0, 10.0, SAID), ("A1", 9.7, 14.0, "let me look at it")],
        [("U1", 0.0, 10.0, SAID), ("A1", 5.0, 5.9, "mhm yes")],
        [("U1", 0.0, 10.0, SAID), ("A2", 5.0, 9.0, "let me just explain")],
        [("A1", 0.0, 10.0, SAID), ("U1", 8.0, 14.0, "no it is not")],
        [("A1", 0.0, 8.2, SAID), ("U1", 7.0, 14.0, "no it is not"), ("A1", 8.4, 12.0, "off by half a minute")],
        [("U1", 5.0, 6.5, "yes yes"), ("A1", 5.5, 9.0, "and then you press it")],
        [("U1", None, None, SAID), ("A1", None, None, "let me just explain")],
    ],
    ids=[
        "one after the other",
        "hardly",
        "listening",
        "a colleague",
        "the caller cuts in",
        "cut into and talking on",
        "the caller listens",
        "no times",
    ],
)
def test_what_is_no_cutting_in(turns: list[tuple[str, float | None, float | None, str]]) -> None:
    assert cut_ins(call(*turns), "A1") == ()


def test_the_recording_may_mark_it_where_it_has_no_times() -> None:
    talk = call(("U1", None, None, SAID), ("A1", None, None, "let me just explain"), interrupts="m1")
    assert cut_ins(talk, "A1") == (CutIn(2, None),)


def test_where_the_matter_is_time_critical_cutting_in_is_right() -> None:
    talk = call(("U1", 0.0, 10.0, SAID), ("A1", 8.5, 14.0, "do not click it"))
    assert cut_ins(talk, "A1", urgent_from=1) == ()
    assert cut_ins(talk, "A1", urgent_from=3) == (CutIn(2, 1.5),)
