"""A mailbox file (mbox): many mails, put together as conversations."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.mail_conversation import conversation
from calmdesk.readers.mail_header_block import header_only
from calmdesk.readers.mail_headers import MailHeaders, mail_headers
from calmdesk.readers.mail_message import Mail, read_mail
from calmdesk.readers.mail_parts import MAX_MAIL
from calmdesk.readers.mail_thread import Threads
from calmdesk.readers.mbox_split import Slice, looks_like_mbox, slices

MAX_MAILS = 2_000
_SHORT_HEAD = 16_384
_HEAD = 270_000


class Mbox:
    """Mails one after the other in one file, as Thunderbird, Google Takeout and most mail programs export them."""

    name = "mbox"
    title = "Mailbox (mbox)"

    def recognises(self, original: Original) -> bool:
        return looks_like_mbox(original.data[:65_536])

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        return read_file(io.BytesIO(original.data), desk)


def read_path(path: Path, desk: Desk) -> Iterator[Conversation | BadInput]:
    """The same from a file on disk, which may have gigabytes: one conversation at a time is held in memory."""
    with path.open("rb") as file:
        yield from read_file(file, desk)


def read_file(file: BinaryIO, desk: Desk) -> Iterator[Conversation | BadInput]:
    """Two passes: the headers say which mails belong together, then each conversation is read from its places.

    A mail that cannot be read is one BadInput with its number and byte; the others are read.
    """
    threads = Threads()
    places: list[Slice] = []
    for place in slices(file):
        places.append(place)
        threads.add(_headers(file, place))
    if not places:
        yield BadInput("an empty mailbox file", remedy="Export it again.")
    for group in _pieces(threads.groups()):
        mails: list[Mail] = []
        for number in group:
            try:
                mails.append(_mail(file, places[number]))
            except BadInput as problem:
                yield _placed(problem, number, places[number])
        if not mails:
            continue
        try:
            found = conversation(mails, desk)
        except BadInput as problem:
            yield _placed(problem, group[0], places[group[0]])
            continue
        yield found


def _pieces(groups: list[list[int]]) -> Iterator[list[int]]:
    """A thread of very many mails comes in pieces, so that one mailbox of one thread still fits in memory."""
    for group in groups:
        for start in range(0, len(group), MAX_MAILS):
            yield group[start : start + MAX_MAILS]


def _mail(file: BinaryIO, place: Slice) -> Mail:
    size = place.end - place.start
    if size > MAX_MAIL:
        raise LimitExceeded(
            f"{size:,} bytes in one mail, {MAX_MAIL:,} are allowed",
            remedy="Export the mailbox without attachments.",
        )
    mail = read_mail(_bytes(file, place.start, size))
    x = {**mail.message.x, "mbox": {"start": place.start, "end": place.end}}
    if place.ambiguous:
        x["notes"] = [*x.get("notes", []), f"ambiguous boundary: {place.ambiguous}"]
    return Mail(mail.headers, msgspec.structs.replace(mail.message, x=x), mail.raw)


def _headers(file: BinaryIO, place: Slice) -> MailHeaders:
    size = place.end - place.start
    head = _bytes(file, place.start, min(size, _SHORT_HEAD))
    if size > _SHORT_HEAD and b"\n\n" not in head and b"\n\r\n" not in head:
        head = _bytes(file, place.start, min(size, _HEAD))
    return mail_headers(header_only(head))


def _bytes(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(size)


def _placed(problem: BadInput, number: int, place: Slice) -> BadInput:
    where = f"mail {number + 1} (byte {place.start:,})"
    return type(problem)(
        problem.problem,
        where=f"{where}, {problem.where}" if problem.where else where,
        remedy=problem.remedy,
    )
