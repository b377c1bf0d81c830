"""One message, exactly as it was received."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

import msgspec

Instant = Annotated[datetime, msgspec.Meta(tz=True)]
Seconds = Annotated[float, msgspec.Meta(ge=0)]


class Channel(StrEnum):
    VOICE = "voice"
    CHAT = "chat"
    EMAIL = "email"
    IN_PERSON = "in_person"
    PORTAL = "portal"


class Word(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A spoken word and when it was spoken, in seconds from the start of the call."""

    start_s: Seconds
    end_s: Seconds
    text: str
    x: dict[str, Any] = {}


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the text stands in the original: the hash of the raw bytes, the part, byte offsets, charset."""

    raw: str
    part: str | None = None
    start: int | None = None
    end: int | None = None
    charset: str | None = None
    x: dict[str, Any] = {}


class Message(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """
    One message.

    `text` is what was received, character for character; every offset in calmdesk points into it.
    `start_s`/`end_s` are seconds from the start of the call, `loudness_db` one value per stretch of speech,
    `interrupts` the id of the message this one cuts into.
    """

    id: str
    sender: str
    text: str
    sent_at: Instant | None = None
    channel: Channel | None = None
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    internal: bool = False
    automatic: bool = False
    start_s: Seconds | None = None
    end_s: Seconds | None = None
    words: tuple[Word, ...] = ()
    interrupts: str | None = None
    loudness_db: tuple[float, ...] = ()
    source: Source | None = None
    x: dict[str, Any] = {}

    def __repr__(self) -> str:
        """Say which message, never what it says: support text is personal data and must not reach a log."""
        return f"Message(id={self.id!r}, sender={self.sender!r}, {len(self.text)} characters)"
