"""Inputs that make a careless reader run for minutes: each is answered in seconds of processor time."""

from __future__ import annotations

import json
import time

import pytest

from calmdesk.errors import BadInput
from tests.readers.reading import read_all

SECONDS = 5
CUE = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
MANY = 120_000


def turns(count):
    return [
        {
            "ParticipantRole": ("AGENT", "CUSTOMER")[n % 2],
            "Content": f"h{n}",
            "BeginOffsetMillis": n,
            "EndOffsetMillis": n,
        }
        for n in range(count)
    ]


def interrupted_call():
    cuts = {"AGENT": [{"BeginOffsetMillis": n} for n in range(5_000)]}
    characteristics = {"Interruptions": {"InterruptionsByInterrupter": cuts}}
    return json.dumps({"Transcript": turns(20_000), "ConversationCharacteristics": characteristics})


def unfindable_texts():
    # "\/" is valid JSON for "/", and not how texts are usually written, so no text is found by searching for it.
    text = json.dumps({"segments": [{"start": n, "end": n, "text": f"a/{n}"} for n in range(20_000)]})
    return text.replace("/", "\\/")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param("x\r" * MANY, "plain", id="old line ends"),
        pytest.param(": " * MANY, "plain", id="colons"),
        pytest.param("".join(f"Name{n}: hello\n" for n in range(20_000)), "plain", id="names"),
        pytest.param("[" * MANY, "plain", id="brackets"),
        pytest.param(CUE + "<" * MANY, "vtt", id="open tags"),
        pytest.param(CUE + ("<v a>b" * 1_000 + "\n\n00:01.000 --> 00:02.000\n") * 60, "vtt", id="voices"),
        pytest.param(CUE + "{\\an8}" * MANY, "vtt", id="marks"),
        pytest.param("lost\n\n" * MANY, "srt", id="pieces without a time"),
        pytest.param('ticket,text\n1,"' + "x\n" * MANY, "csv", id="open quote"),
        pytest.param("ticket,text," + "a," * MANY + "\n1,x\n", "csv", id="columns"),
        pytest.param(interrupted_call(), "call-analytics", id="interruptions"),
        pytest.param(unfindable_texts(), "whisper", id="texts that are not found"),
        pytest.param("[" * MANY, "json", id="nesting"),
        pytest.param("{\n" * MANY, "jsonl", id="broken lines"),
    ],
)
def test_it_is_answered_in_time(data, name):
    start = time.process_time()
    found = read_all(data, as_format=name)
    assert time.process_time() - start < SECONDS
    assert found
    assert not any("failed on it" in str(item) for item in found if isinstance(item, BadInput))
