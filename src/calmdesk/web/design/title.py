"""What a conversation is called where it has no subject: its file, else the first words of whoever asks."""

from __future__ import annotations

from calmdesk.conversation import DESK_SIDE, Conversation, Role

_WORDS_LENGTH = 60


def title_of(conversation: Conversation) -> str:
    """The subject, else the name of the file it came in, else the requester's first words."""
    if conversation.subject:
        return conversation.subject
    file = conversation.x.get("file")
    if isinstance(file, str) and file.strip():
        return file.rpartition("/")[2]
    for message in conversation.messages:
        if conversation.role_of(message) not in DESK_SIDE | {Role.SYSTEM} and message.text.strip():
            return _first_words(" ".join(message.text.split()))
    return "No subject"


def _first_words(text: str) -> str:
    if len(text) <= _WORDS_LENGTH:
        return text
    return text[:_WORDS_LENGTH].rpartition(" ")[0].rstrip(" ,;:.") + " …"
