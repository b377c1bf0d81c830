"""A vendor's own example of a recorded call: calm, with overlaps, and two cuts by the agent."""

from calmdesk.readers import read_path
from calmdesk.signals import engine_for, scan
from tests.talk import builtin


def test_nothing_is_found_in_a_calm_call(shared):
    folder = shared / "corpora" / "fixtures" / "transcripts" / "aws-transcribe-call-analytics"
    [read] = read_path(folder / "example-call.json")
    conversation = getattr(read, "conversation", read)
    assert len(conversation.messages) == 37
    assert any(message.loudness_db for message in conversation.messages)
    assert any(message.interrupts for message in conversation.messages)
    assert [finding for item in scan(conversation, engine_for(builtin())) for finding in item.findings] == []
