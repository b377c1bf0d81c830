"""A small cast: Dana asks for help, Amir and Bo are agents, Priya leads them, Otto is in copy, Bot is a machine."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role

BERLIN = ZoneInfo("Europe/Berlin")
_CAST = (
    Participant(id="dana", role=Role.REQUESTER),
    Participant(id="amir", role=Role.AGENT),
    Participant(id="bo", role=Role.AGENT),
    Participant(id="priya", role=Role.SUPERVISOR),
    Participant(id="otto", role=Role.OTHER),
    Participant(id="bot", role=Role.SYSTEM),
)


def at(clock: str, day: int = 11) -> datetime:
    """A clock time in Berlin on a day of March 2026; the eleventh is a Wednesday."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 3, day, hour, minute, tzinfo=BERLIN)


def ticket(
    lines: str, *, channel: Channel = Channel.EMAIL, messages: dict[str, Any] | None = None, **rest: Any
) -> Conversation:
    """
    A conversation from lines such as `13:00 amir: I'll call you at 3.`; message ids are m1, m2, …

    `messages` gives single messages further fields, by id.
    """
    said = []
    for number, line in enumerate(lines.strip().splitlines(), start=1):
        clock, _, spoken = line.strip().partition(" ")
        sender, _, text = spoken.partition(": ")
        identity = f"m{number}"
        more = (messages or {}).get(identity, {})
        said.append(Message(**{"id": identity, "sender": sender, "text": text, "sent_at": at(clock), **more}))
    rest.setdefault("timezone", "Europe/Berlin")
    return Conversation(id="c1", channel=channel, participants=_CAST, messages=tuple(said), **rest)
