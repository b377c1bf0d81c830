"""Offsets for browsers: beside each code-point place the same place in UTF-16 units."""

from __future__ import annotations

from typing import Any

import msgspec

from calmdesk.conversation import Conversation, to_utf16
from calmdesk.reading import Reading


def with_utf16(reading: Reading, conversation: Conversation) -> dict[str, Any]:
    """The reading in the wire form, every span with `start_utf16` and `end_utf16`."""
    value: dict[str, Any] = msgspec.to_builtins(reading)
    for name in ("findings", "triggers"):
        for span in value.get(name, ()):
            text = conversation.message(span["message"]).text
            span["start_utf16"] = to_utf16(text, span["start"])
            span["end_utf16"] = to_utf16(text, span["end"])
    return value
