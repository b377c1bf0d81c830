"""Rows of a table as messages and people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from calmdesk.conversation import Message, Participant, Role, Source
from calmdesk.readers.columns import is_false, is_true, role_in
from calmdesk.readers.mail_source import normal_lines
from calmdesk.readers.table import Row
from calmdesk.readers.text import Text
from calmdesk.readers.times import Calendar, Stamp

_TEMPLATE_LENGTH = 80
_TEMPLATE_TIMES = 3
_NOBODY = "unknown author"

Comment = Sequence["Entry"]
"""The rows that are one message."""


@dataclass(frozen=True)
class Entry:
    """One row with its cells by kind ("body", "author" …)."""

    cells: Mapping[str, str]
    row: Row
    when: Stamp | None
    since_1970: datetime | None

    def __getitem__(self, kind: str) -> str:
        return self.cells.get(kind, "")

    @property
    def sender(self) -> str:
        return self["author"] or self["role"] or _NOBODY

    @property
    def internal(self) -> bool:
        return is_true(self["private"]) or is_false(self["public"])


def message_of(
    number: int, comment: Comment, text: Text, calendar: Calendar, templates: set[tuple[str, str]]
) -> Message:
    """One message from its rows, joined with line breaks."""
    first = comment[0]
    words = joined(comment)
    template = (first["author"], words) in templates
    x: dict[str, Any] = {}
    if template:
        x["automatic"] = "the same long note stands in several conversations"
    if first["created"] and first.when is None and first.since_1970 is None:
        x["date"] = first["created"][:60]
    return Message(
        id=f"m{number}",
        sender=first.sender,
        text=words,
        sent_at=calendar.instant(first.when) if first.when else first.since_1970,
        internal=first.internal,
        automatic=template or role_in(first["role"]) is Role.SYSTEM,
        source=_source(comment, text, words),
        x={**x, "id": first["message"]} if first["message"] else x,
    )


def joined(comment: Comment) -> str:
    """The words of one message."""
    return "\n".join(entry["body"] for entry in comment)


def templates(groups: Mapping[str, Sequence[Comment]]) -> set[tuple[str, str]]:
    """(author, words) of long notes that one author left word for word in several tickets: nobody typed those.

    What agents and requesters say is never one, however often they say it.
    """
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ticket, comments in groups.items():
        for comment in comments:
            words = joined(comment)
            if len(words) >= _TEMPLATE_LENGTH and role_in(comment[0]["role"]) in (Role.OTHER, Role.SYSTEM):
                seen[comment[0]["author"], words].add(ticket)
    return {key for key, tickets in seen.items() if len(tickets) >= _TEMPLATE_TIMES}


def people_of(messages: Iterable[Message], comments: Sequence[Comment], answering: set[str]) -> tuple[Participant, ...]:
    """Everyone who wrote, in order. `answering` are the authors who answer for the desk anywhere in the table.

    One person may be reporter in one ticket and assignee in the next, or be called "others" in some rows of a ticket.
    """
    automatic = {message.sender: True for message in messages}
    for message in messages:
        automatic[message.sender] = automatic[message.sender] and message.automatic
    rows: dict[str, list[Entry]] = {}
    for comment in comments:
        rows.setdefault(comment[0].sender, []).extend(comment)
    return tuple(_person(sender, entries, answering, automatic[sender]) for sender, entries in rows.items())


def _person(sender: str, entries: Sequence[Entry], answering: set[str], only_automatic: bool) -> Participant:
    role, evidence = _role(sender, entries, answering, only_automatic)
    address = sender.lower() if "@" in sender and " " not in sender else None
    return Participant(
        id=sender,
        role=role,
        role_evidence=evidence,
        name=None if address or sender == _NOBODY else sender,
        person=address or (None if not entries[0]["author"] else sender),
        addresses=(address,) if address else (),
    )


def _role(sender: str, entries: Sequence[Entry], answering: set[str], only_automatic: bool) -> tuple[Role, str | None]:
    stated = Counter(entry["role"] for entry in entries if entry["role"])
    roles = Counter(role for entry in entries if (role := role_in(entry["role"])) is not None)
    for role, _ in roles.most_common():
        if role in (Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.SYSTEM):
            return role, f'the table says "{next(word for word in stated if role_in(word) is role)[:40]}"'
    if only_automatic:
        return Role.SYSTEM, "left only automatic notes"
    if sender in answering:
        return Role.AGENT, "answers for the desk in another conversation of this table"
    if any(entry.internal for entry in entries):
        return Role.AGENT, "writes internal notes"
    if roles:
        return Role.OTHER, f'the table says "{stated.most_common(1)[0][0][:40]}"'
    return Role.UNKNOWN, None if entries[0]["author"] or entries[0]["role"] else "the table does not say who wrote this"


def _source(comment: Comment, text: Text, words: str) -> Source:
    first, last = comment[0].row, comment[-1].row
    raw = text.text[first.start : last.end]
    found = raw.find(words) if len(comment) == 1 else -1
    if found != -1:
        return text.source(first.start + found, first.start + found + len(words))
    why = "the message is put together from several rows" if len(comment) > 1 else "the cell is written with quotes"
    source = text.source(first.start, last.end, whole=why)
    return msgspec.structs.replace(source, part=f"line {first.number}")


def plain_cell(cell: str) -> str:
    """A cell without the spaces around it, with plain line ends."""
    return normal_lines(cell).strip() if cell else cell
