"""Inputs that make a careless reader run for minutes: each is answered, and twice of it takes about twice the steps."""

from __future__ import annotations

import json

import pytest

from calmdesk.errors import BadInput
from tests.readers.reading import read_all
from tests.steps import LINEAR, growth

CUE = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
NEXT_CUE = "\n\n00:01.000 --> 00:02.000\n"
MANY = 120_000
FEW = 1_000


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


def interrupted_call(count):
    cuts = {"AGENT": [{"BeginOffsetMillis": n} for n in range(count // 4)]}
    characteristics = {"Interruptions": {"InterruptionsByInterrupter": cuts}}
    return json.dumps({"Transcript": turns(count), "ConversationCharacteristics": characteristics})


def unfindable_texts(count):
    # "\/" is valid JSON for "/", and not how texts are usually written, so no text is found by searching for it.
    text = json.dumps({"segments": [{"start": n, "end": n, "text": f"a/{n}"} for n in range(count)]})
    return text.replace("/", "\\/")


# What it is at a size, in which format, a size to be answered at, and a smaller one at which nothing is refused for its
# length, to count steps at.
hostile = pytest.mark.parametrize(
    ("of_size", "name", "many", "few"),
    [
        pytest.param(lambda size: "x\r" * size, "plain", MANY, FEW, id="old line ends"),
        pytest.param(lambda size: ": " * size, "plain", MANY, FEW, id="colons"),
        pytest.param(lambda size: "".join(f"Name{n}: hello\n" for n in range(size)), "plain", 20_000, FEW, id="names"),
        pytest.param(lambda size: "[" * size, "plain", MANY, FEW, id="brackets"),
        pytest.param(lambda size: CUE + "<" * size, "vtt", MANY, FEW, id="open tags"),
        pytest.param(lambda size: CUE + "<v a>b" * size, "vtt", MANY, FEW // 2, id="voices"),
        pytest.param(
            lambda size: CUE + ("<v a>b" * 10 + NEXT_CUE) * (size // 10), "vtt", MANY // 2, FEW, id="cues of voices"
        ),
        pytest.param(lambda size: CUE + "{\\an8}" * size, "vtt", MANY, FEW // 2, id="marks"),
        pytest.param(lambda size: "lost\n\n" * size, "srt", MANY, FEW, id="pieces without a time"),
        pytest.param(lambda size: 'ticket,text\n1,"' + "x\n" * size, "csv", MANY, FEW, id="open quote"),
        pytest.param(lambda size: "ticket,text," + "a," * size + "\n1,x\n", "csv", MANY, FEW, id="columns"),
        pytest.param(interrupted_call, "call-analytics", 20_000, FEW, id="interruptions"),
        pytest.param(unfindable_texts, "whisper", 20_000, FEW, id="texts that are not found"),
        pytest.param(lambda size: "[" * size, "json", MANY, FEW, id="nesting"),
        pytest.param(lambda size: "{\n" * size, "jsonl", MANY, FEW, id="broken lines"),
    ],
)


@hostile
def test_it_is_answered(of_size, name, many, few):
    found = read_all(of_size(many), as_format=name)
    assert found
    assert not any("failed on it" in str(item) for item in found if isinstance(item, BadInput))


# Where one call into C does the work, as for nesting, colons and marks, the steps say little: for those it counts that
# they are answered. Speed is a matter for benchmarks/, not for tests.
@hostile
def test_twice_of_it_takes_about_twice_the_steps(of_size, name, many, few):
    assert growth(lambda data: read_all(data, as_format=name), of_size, few) <= LINEAR
