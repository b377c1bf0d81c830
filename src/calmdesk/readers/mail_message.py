"""One mail as one message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from calmdesk.conversation import Channel, Message
from calmdesk.errors import BadInput
from calmdesk.readers.mail_automatic import automatic, mailing_list
from calmdesk.readers.mail_body import mail_body
from calmdesk.readers.mail_headers import Address, MailHeaders, is_answer, mail_headers
from calmdesk.readers.mail_parts import structure
from calmdesk.readers.mail_source import fingerprint

UNKNOWN_SENDER = "unknown sender"


@dataclass(frozen=True)
class Mail:
    """A message together with the header it came with. `raw` names the bytes it was read from."""

    headers: MailHeaders
    message: Message
    raw: str


def read_mail(data: bytes) -> Mail:
    """Read one mail; whatever is wrong with it is a BadInput, and nothing else ever leaves this function.

    Lists of recipients are kept whole and in order, because who is newly copied in is a sign. A date that is missing,
    unreadable or without a zone leaves `sent_at` empty: no time is invented.
    """
    try:
        return _read(data)
    except BadInput:
        raise
    except Exception as error:  # one mail that surprises the parser must not stop the mailbox
        raise BadInput(
            f"this mail could not be read ({type(error).__name__})",
            remedy="Keep the file and report it; the other mails are not affected.",
        ) from None


def participant_id(person: Address) -> str:
    """One id per address; a person without an address is known by name only."""
    return person.address or (f"name:{person.name}" if person.name else UNKNOWN_SENDER)


def _read(data: bytes) -> Mail:
    raw = fingerprint(data)
    mail = structure(data)
    headers = mail_headers(mail.headers)
    answers = bool(headers.in_reply_to or headers.references) or is_answer(headers.subject)
    body = mail_body(data, mail, raw, answer=answers)
    why = automatic(mail.headers, headers.sender.address)
    notes = list(body.notes)
    if headers.date and headers.sent_at is None:
        notes.append("the date is unreadable or has no zone")
    x: dict[str, Any] = {
        "message_id": headers.message_id,
        "subject": headers.subject,
        "in_reply_to": list(headers.in_reply_to),
        "references": list(headers.references),
        "bcc": [person.address for person in headers.bcc if person.address],
        "list": mailing_list(mail.headers),
        "automatic": why,
        "date": headers.date if headers.sent_at is None else None,
        **body.x,
        "notes": notes,
    }
    message = Message(
        id=headers.message_id or raw[:23],
        sender=participant_id(headers.sender),
        text=body.text,
        sent_at=headers.sent_at,
        channel=Channel.EMAIL,
        to=tuple(person.address for person in headers.to if person.address),
        cc=tuple(person.address for person in headers.cc if person.address),
        automatic=why is not None,
        source=body.source,
        x={key: value for key, value in x.items() if value},
    )
    return Mail(headers, message, raw)
