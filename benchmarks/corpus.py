"""The messages that every candidate reads: whole comments of real support text, the same for all, drawn by seed."""

from __future__ import annotations

import random

from tools.shared_data import helpdesk_tickets, label_rows

_SUPPORT = {"vcu", "tw", "hd", "cmu"}


def support_messages(count: int = 4000, seed: int = 1) -> list[str]:
    """Whole comments, as they were written; short and long as they come."""
    texts = [row["text"] for row in label_rows() if row["source"] in _SUPPORT]
    texts += [message.text for conversation in helpdesk_tickets() for message in conversation.messages]
    texts = [text for text in texts if text.strip()]
    random.Random(seed).shuffle(texts)
    return texts[:count]


def long_message(length: int = 2000, seed: int = 1) -> str:
    """One message of `length` characters made of real ones."""
    text = ""
    for piece in support_messages(400, seed):
        text += piece + "\n"
        if len(text) > length:
            break
    return text[:length]
