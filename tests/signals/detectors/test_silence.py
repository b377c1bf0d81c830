"""A long silence before an answer on a call."""

from functools import partial

import pytest

from calmdesk.conversation import Channel
from calmdesk.playbook.detectors import Silence
from calmdesk.signals.detectors import silence
from tests.signals.detectors.looking import reasons, seen
from tests.talk import talk

find = partial(silence.find, Silence(seconds=8))
ASKED = "agent <start=0 end=4>: Does Thursday suit you?"


def test_the_answer_after_a_long_silence_is_seen_as_a_whole():
    conversation = talk(f"{ASKED}\nrequester <start=12 end=13>: Yes.", Channel.VOICE)
    assert seen(find, conversation) == [("m2", 0, 0)]
    assert reasons(find, conversation) == ["8 seconds of silence before the answer"]


@pytest.mark.parametrize(
    "dialogue",
    [
        f"{ASKED}\nrequester <start=11.9 end=13>: Yes.",
        f"{ASKED}\nrequester: Yes.",
        f"{ASKED}\nrequester <start=30 end=33>: I was looking for my calendar.",
        "agent <start=0 end=4>: Could you restart it?\nrequester <start=30 end=33>: Done.",
        "agent <start=0 end=4>: That is all.\nrequester <start=30 end=33>: Fine.",
        f"requester2 <start=0 end=20>: blah\n{ASKED}\nrequester <start=22 end=23>: Yes.",
    ],
    ids=["a second less", "no times", "looks for it", "does a step", "no question", "another speaks"],
)
def test_what_is_no_telling_silence(dialogue):
    assert seen(find, talk(dialogue, Channel.VOICE)) == []


def test_a_chat_has_no_silence():
    assert seen(find, talk(f"{ASKED}\nrequester <start=30 end=31>: Yes.", Channel.CHAT)) == []
