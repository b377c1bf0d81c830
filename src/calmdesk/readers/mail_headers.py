"""What a mail says about itself: who, to whom, when, answering what."""

from __future__ import annotations

import email.utils
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message as Headers

import re2

from calmdesk.readers.mail_fields import parameter
from calmdesk.readers.mail_words import MAX_VALUE, decoded_words, header_text, one_line

MAX_ADDRESSES = 500
MAX_REFERENCES = 200
# Mail is no older than this, and a later year is a broken clock or a forged date.
_FIRST_YEAR, _LAST_YEAR = 1970, 2100

_ID = re2.compile(r"<([^<>]{1,400})>")
# Exchange writes <[id]@host>, others leave the brackets out altogether.
_BARE_ID = re2.compile(r"[^\s<>,;\"]{1,300}@[^\s<>,;\"]{1,200}")
_PREFIX = re2.compile(
    r"(?i)^\s*(?:(?:re|fwd?|aw|wg|sv|vs|antw|doorst|odp|pd|rv|res|enc|tr|rif|r|i|ynt|ilt|vb|回复|转发|答复)"
    r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s*[:：]\s*)+"
)


@dataclass(frozen=True)
class Address:
    """`address` lower-cased and possibly empty, `name` as the mail shows it."""

    address: str
    name: str = ""


@dataclass(frozen=True)
class MailHeaders:
    """The header of one mail, decoded. `sent_at` is None where the date is missing, unreadable or without a zone."""

    message_id: str | None
    subject: str
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    sent_at: datetime | None
    date: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]


def mail_headers(headers: Headers) -> MailHeaders:
    """Read every field the reader needs, each for itself: one bad field never costs the others. Never raises."""
    date = header_text(raw_field(headers, "date"))[:200]
    charset = parameter(headers, "charset")
    return MailHeaders(
        message_id=next(iter(message_ids(raw_field(headers, "message-id"))), None),
        subject=header_text(raw_field(headers, "subject"), charset),
        sender=_sender(headers),
        to=addresses(raw_fields(headers, "to")),
        cc=addresses(raw_fields(headers, "cc")),
        bcc=addresses(raw_fields(headers, "bcc")),
        sent_at=instant(date),
        date=date,
        in_reply_to=message_ids(b" ".join(raw_fields(headers, "in-reply-to"))),
        references=message_ids(b" ".join(raw_fields(headers, "references"))),
    )


def raw_field(headers: Headers, name: str) -> bytes:
    """The first field of this name as the bytes that were sent, or nothing."""
    return next(iter(raw_fields(headers, name)), b"")


def raw_fields(headers: Headers, name: str) -> list[bytes]:
    """Every field of this name; some mails have two To: or two References: lines."""
    # The parser keeps raw 8-bit bytes as surrogates; get_all would already wrap them in a Header object.
    return [
        str(value).encode("ascii", "surrogateescape")
        if all(character < "\x80" or "\udc80" <= character <= "\udcff" for character in str(value))
        else str(value).encode("utf-8", "replace")
        for key, value in headers.raw_items()
        if key.lower() == name
    ]


def addresses(values: Iterable[bytes]) -> tuple[Address, ...]:
    """Everyone named in these fields, in order, once each; at most 500.

    Copes with groups, with encoded words around a whole address, with two @, with empty entries, and with names that
    hold a comma or an @. An entry without any address keeps its name.
    """
    found: dict[str, Address] = {}
    for value in values:
        for name, address in _parsed(value):
            person = _address(name, address)
            if person is not None:
                found.setdefault(person.address or person.name.lower(), person)
            if len(found) >= MAX_ADDRESSES:
                return tuple(found.values())
    return tuple(found.values())


def message_ids(raw: bytes) -> tuple[str, ...]:
    """The ids in a Message-ID, In-Reply-To or References field, without their angle brackets, once each."""
    text = raw[:MAX_VALUE].decode("utf-8", "replace")
    # An id can be folded in the middle; white space is never part of it.
    found = ["".join(match.group(1).split()) for match in _ID.finditer(text)]
    if not found:
        found = [match.group(0) for match in _BARE_ID.finditer(text)]
    if not found and 0 < len(text.strip()) <= 200 and " " not in text.strip():
        found = [text.strip().strip("<>")]
    return tuple(dict.fromkeys(one for one in found if one))[-MAX_REFERENCES:]


def instant(date: str) -> datetime | None:
    """The date as a time with a zone; None rather than a guess where there is no zone or no such date."""
    try:
        found = email.utils.parsedate_to_datetime(date)
        if found.tzinfo is None:
            # RFC 5322 3.3: "-0000" is UTC from a writer who does not say where they are.
            if "-0000" not in date:
                return None
            found = found.replace(tzinfo=UTC)
        found.astimezone(UTC)
    except Exception:  # ValueError, TypeError, OverflowError, IndexError, by Python version
        return None
    return found if _FIRST_YEAR <= found.year < _LAST_YEAR else None


def clean_subject(subject: str) -> str:
    """The subject without Re:, Fwd: and what other languages write for them."""
    return str(_PREFIX.sub("", subject)).strip()


def is_answer(subject: str) -> bool:
    """Whether the subject begins with Re:, Fwd: or their like."""
    return _PREFIX.match(subject) is not None


def _sender(headers: Headers) -> Address:
    """From, else Sender, else Reply-To; an empty address where none of them names anyone."""
    for name in ("from", "sender", "reply-to"):
        people = addresses(raw_fields(headers, name))
        if people:
            return next((person for person in people if person.address), people[0])
    return Address("")


def _parsed(value: bytes) -> list[tuple[str, str]]:
    text = value[:MAX_VALUE].decode("utf-8", "replace")
    if b"\xef\xbf\xbd" not in value and "\ufffd" in text:
        text = value[:MAX_VALUE].decode("cp1252", "replace")
    text = " ".join(text.split())
    strict = {"strict": False} if getattr(email.utils, "supports_strict_parsing", False) else {}
    try:
        pairs = email.utils.getaddresses([_without_deep_comments(text)], **strict)
    except Exception:  # IndexError, RecursionError and others on broken quoting
        pairs = [("", part) for part in text.split(",")[:MAX_ADDRESSES]]
    if any(address.startswith("@") or address.endswith("@") for _, address in pairs):
        # Two addresses with only a space between them, or two @ in one.
        return [("", match.group(0)) for match in _BARE_ID.finditer(text) if ":@" not in match.group(0)]
    if any("@" in address for _, address in pairs) or "@" not in decoded_words(text):
        return pairs
    return [("", decoded_words(text))]


def _without_deep_comments(text: str) -> str:
    """The standard parser recurses into comments inside comments."""
    return text if text.count("(") <= 20 else text.replace("(", " ").replace(")", " ")


def _address(name: str, address: str) -> Address | None:
    shown = one_line(decoded_words(name)).strip(" \"'")
    address = one_line(decoded_words(address)).strip(" <>\"'.,;")
    # A whole "Name <address>" inside one encoded word, or unquoted commas, end up in either half.
    if "@" not in address:
        bare = _BARE_ID.search(shown)
        if bare is not None:
            return Address(bare.group(0).lower(), shown)
        shown = shown or address
        return Address("", shown) if shown and not shown.startswith("undisclosed") else None
    if " " in address or "<" in address:
        inner = _BARE_ID.search(address.rpartition("<")[2]) or _BARE_ID.search(address)
        if inner is None:
            return Address("", one_line(f"{shown} {address}"))
        shown = shown or address.partition("<")[0].strip(" \"'")
        address = inner.group(0)
    if shown.lower() == address.lower():
        shown = ""
    return Address(address.lower(), shown)
