"""A saved mail (.eml): one mail, one conversation with one message."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.mail_conversation import conversation
from calmdesk.readers.mail_message import read_mail

_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT = 65_536
_MAIL_FIELDS = (
    "from|to|cc|subject|date|message-id|received|return-path|delivered-to|mime-version|content-type|reply-to|sender"
    "|in-reply-to|references|list-id|dkim-signature"
)
_MAIL_FIELD = re2.compile(rf"(?im)^({_MAIL_FIELDS})[ \t]*:".encode())
_ANY_FIELD = re2.compile(rb"[!-9;-~]{1,200}[ \t]*:")


class Eml:
    """One mail as mail programs save it."""

    name = "eml"
    title = "Mail (.eml)"

    def recognises(self, original: Original) -> bool:
        if original.data.startswith(_OUTLOOK):
            return True
        return looks_like_mail(original.data) or original.name.lower().endswith((".eml", ".msg"))

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """One conversation, or the reason why not. Outlook's own .msg files are named as what they are."""
        if original.data.startswith(_OUTLOOK):
            yield BadInput(
                "an Outlook message file (.msg), not a mail; .eml and mbox can be read",
                remedy="In Outlook, save it as .eml, or drag it into another mail program first.",
            )
            return
        try:
            mail = read_mail(original.data)
            found = conversation([mail], desk)
        except BadInput as problem:
            yield problem
            return
        yield found


def looks_like_mail(data: bytes) -> bool:
    """Whether it starts with a mail header: a first line `Name: …`, and two different fields that only mail has."""
    head = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if head.startswith(b"From "):
        head = head.partition(b"\n")[2]
    if not _ANY_FIELD.match(head):
        return False
    for blank in (b"\n\n", b"\r\n\r\n", b"\r\r"):
        head = head.partition(blank)[0]
    return len({match.group(1).lower() for match in _MAIL_FIELD.finditer(head)}) >= 2
