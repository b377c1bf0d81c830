"""Offsets for browsers: beside each code-point place the same place in UTF-16 units."""

from __future__ import annotations

from typing import Any

import msgspec

from calmdesk.conversation import Conversation, to_utf16
from calmdesk.drafts import DraftCheck
from calmdesk.reading import Reading


def with_utf16(reading: Reading, conversation: Conversation) -> dict[str, Any]:
    """The reading in the wire form, every span with `start_utf16` and `end_utf16`."""
    value: dict[str, Any] = msgspec.to_builtins(reading)
    spans = [*value.get("findings", ()), *value.get("triggers", ()), *(value.get("guidance") or {}).get("shown", ())]
    for span in spans:
        text = conversation.message(span["message"]).text
        span["start_utf16"] = to_utf16(text, span["start"])
        span["end_utf16"] = to_utf16(text, span["end"])
    return value


def draft_with_utf16(found: DraftCheck, text: str) -> dict[str, Any]:
    """A draft check in the wire form, every finding with `start_utf16` and `end_utf16`."""
    value: dict[str, Any] = msgspec.to_builtins(found)
    for finding in value["findings"]:
        finding["start_utf16"] = to_utf16(text, finding["start"])
        finding["end_utf16"] = to_utf16(text, finding["end"])
    return value
