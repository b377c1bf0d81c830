"""The ladder of a small dialogue, judged by the signs alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from calmdesk.conversation import Channel, Conversation
from calmdesk.escalation import Ladder, Norms, Used, ladder
from calmdesk.signals import engine_for, scan
from calmdesk.temperature import rules_judge, temperatures
from tests.talk import builtin, talk

# The notation's messages are of this day.
NOW = datetime(2026, 1, 5, 18, tzinfo=UTC)


def ladder_of(
    dialogue: str | Conversation,
    *,
    norms: Norms | None = None,
    earlier: Sequence[Used] = (),
    now: datetime = NOW,
    channel: Channel = Channel.CHAT,
    read: int | None = None,
) -> Ladder:
    """The ladder after the last message, or after the first `read` of them with the rest known to nobody."""
    conversation = talk(dialogue, channel) if isinstance(dialogue, str) else dialogue
    scanned = scan(conversation, engine_for(builtin()))
    heats = temperatures(conversation, scanned, rules_judge(builtin().signs))
    norms = norms or Norms()
    return ladder(conversation, scanned[:read], heats[:read], builtin(), norms, earlier, now=now)


def used_before(rung: int, **facts) -> Used:
    """A boundary that was said to this person yesterday, on the phone, in a case that is still open."""
    given = {"at": datetime(2026, 1, 4, 10, tzinfo=UTC), "channel": Channel.VOICE, "conversation": "c0"} | facts
    return Used(rung=rung, boundary="said_before", message="m3", start=0, end=5, quote="words", **given)
