"""Small mails for tests; every person and address in them is made up."""

from __future__ import annotations

from calmdesk.conversation import Message
from calmdesk.readers.mail_message import read_mail

DATE = "Mon, 5 Jan 2026 09:00:00 +0100"


def letter(body: str | bytes = "Hello.\n", /, **fields: str | None) -> bytes:
    """A mail from Dana to the desk; fields are set by name (`in_reply_to=`), or left out with None."""
    header: dict[str, str | None] = {
        "from": "Dana Diaz <dana@x.test>",
        "to": "desk@desk.test",
        "subject": "VPN",
        "date": DATE,
        "message_id": "<1@x.test>",
        "content_type": "text/plain; charset=utf-8",
    }
    header.update(fields)
    lines = [f"{name.replace('_', '-').title()}: {value}\n" for name, value in header.items() if value is not None]
    return "".join(lines).encode() + b"\n" + (body.encode() if isinstance(body, str) else body)


def message(body: str | bytes = "Hello.\n", /, **fields: str | None) -> Message:
    """The same mail, read."""
    return read_mail(letter(body, **fields)).message
