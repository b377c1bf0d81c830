"""Names inside a page: made from places, never from ids that strangers chose."""

from __future__ import annotations

from calmdesk.conversation import Conversation, Finding


def message_anchor(place: int) -> str:
    """The anchor of the message at this place (from 1)."""
    return f"m{place}"


def sign_key(conversation: Conversation, finding: Finding) -> str:
    """The name of a finding's card; it stays the same while the conversation grows."""
    place = conversation.index(finding.message) + 1
    return f"s{place}-{finding.rule}-{finding.start}-{finding.end}"
