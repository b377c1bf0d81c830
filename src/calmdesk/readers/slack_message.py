"""One message of a Slack export."""

from __future__ import annotations

import html
from typing import Any

from calmdesk.conversation import Message, Source
from calmdesk.errors import BadInput
from calmdesk.readers.chats import instant
from calmdesk.readers.slack_people import BOT, People
from calmdesk.readers.values import dicts_in, mapping_in, number, text_in

# Subtypes in which somebody says something; all others are the room's own news (joins, topics, pins).
_SPOKEN = frozenset({"", "me_message", "thread_broadcast", "file_share", "file_comment", "reply_broadcast"})
_BOTS = frozenset({"bot_message", "slackbot_response", "reminder_add"})
_DELETED = frozenset({"tombstone", "message_deleted"})


def slack_message(item: Any, people: People, *, raw: str, part: str) -> Message | BadInput | None:
    """The message; None for the room's news, a BadInput where it has no time.

    Copes with bots (no `user`, a `username` of their own), deleted messages (Slack says so in their place), edits (the
    last wording, marked), and texts that are only in attachments or blocks' fallbacks, as apps send them.
    """
    subtype = text_in(item, "subtype")
    if not isinstance(item, dict) or text_in(item, "type") not in ("message", ""):
        return None
    if subtype not in _SPOKEN | _BOTS | _DELETED:
        return None
    written = text_in(item, "ts")
    seconds = number(written)
    sent_at = instant(seconds) if seconds is not None and seconds > 0 else None
    if sent_at is None:
        return BadInput("a message without a time", remedy="It is left out, the rest is read.")
    sender = text_in(item, "user") or BOT + (text_in(item, "username", "bot_id") or "app")
    text = _readable(_text(item), people)
    deleted = subtype in _DELETED
    if not text and not deleted:
        return None
    thread = text_in(item, "thread_ts")
    x: dict[str, Any] = {
        "thread": thread if thread != written else "",
        "edited": text_in(mapping_in(item, "edited"), "ts"),
        "deleted": deleted,
        "files": [text_in(file, "name", "title") for _, file in dicts_in(item, "files")],
    }
    return Message(
        id=written,
        sender=sender,
        text=text,
        sent_at=sent_at,
        automatic=deleted or subtype in _BOTS or people.is_bot(sender),
        source=Source(raw=raw, part=part),
        x={key: value for key, value in x.items() if value},
    )


def _text(item: dict[str, Any]) -> str:
    text = text_in(item, "text")
    if text:
        return text
    shown = [text_in(one, "text", "fallback", "title") for _, one in dicts_in(item, "attachments")]
    return "\n".join(one for one in shown if one)


def _readable(text: str, people: People) -> str:
    """Slack's `<@U02…>`, `<#C02…|name>`, `<https://…|words>` and `<!here>` as a person sees them."""
    pieces: list[str] = []
    at = 0
    while (opened := text.find("<", at)) != -1:
        closed = text.find(">", opened)
        if closed == -1:
            break
        pieces.append(html.unescape(text[at:opened]))
        pieces.append(html.unescape(_link(text[opened + 1 : closed], people)))
        at = closed + 1
    pieces.append(html.unescape(text[at:]))
    return "".join(pieces).strip()


def _link(inner: str, people: People) -> str:
    target, _, label = inner.partition("|")
    if target.startswith("@"):
        return f"@{label.lstrip('@') or people.name(target[1:])}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return f"@{(label or target[1:].partition('^')[0]).lstrip('@')}"
    return f"{label} ({target})" if label and label not in target else target
