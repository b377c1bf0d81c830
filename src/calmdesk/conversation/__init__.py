"""The shared model: conversations, spans, findings and their wire form."""

from calmdesk.conversation.conversation import Consent, Conversation, Status
from calmdesk.conversation.finding import Finding, Stage
from calmdesk.conversation.message import Channel, Instant, Message, Source, Word
from calmdesk.conversation.not_read import NotRead
from calmdesk.conversation.participant import DESK_SIDE, Participant, Relation, Role
from calmdesk.conversation.span import Span, from_utf16, to_utf16
from calmdesk.conversation.stance import Conduct, Stance
from calmdesk.conversation.wire import (
    conversation_from_dict,
    conversation_from_json,
    conversation_schema,
    to_json,
)

__all__ = [
    "DESK_SIDE",
    "Channel",
    "Conduct",
    "Consent",
    "Conversation",
    "Finding",
    "Instant",
    "Message",
    "NotRead",
    "Participant",
    "Relation",
    "Role",
    "Source",
    "Span",
    "Stage",
    "Stance",
    "Status",
    "Word",
    "conversation_from_dict",
    "conversation_from_json",
    "conversation_schema",
    "from_utf16",
    "to_json",
    "to_utf16",
]
