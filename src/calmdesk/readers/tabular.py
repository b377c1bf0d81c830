"""Tables of messages (CSV, TSV) as ticket systems export them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, pairwise

import msgspec

from calmdesk.conversation import Channel, Conversation, Message, Role
from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.readers.chats import instant
from calmdesk.readers.columns import channel_in, known_headings, role_in
from calmdesk.readers.cues import told
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.roles import assign_roles
from calmdesk.readers.table import delimiter_of, rows
from calmdesk.readers.table_messages import Comment, Entry, message_of, people_of, plain_cell, templates
from calmdesk.readers.text import Text, looks_like_text
from calmdesk.readers.times import Calendar, stamp

MAX_BYTES = 50_000_000
MAX_ROWS = 500_000
_MOST_PROBLEMS = 10_000
_NAMES = (".csv", ".tsv")
_HEAD_LINES = 20


class Tabular:
    """One message per row; rows with the same ticket are one conversation."""

    name = "csv"
    title = "Table of messages (CSV or TSV with a header)"

    def recognises(self, original: Original) -> bool:
        if not looks_like_text(original.data):
            return False
        if original.name.lower().endswith(_NAMES):
            return True
        lines = _head(Text(Original(original.data[:20_000])))
        return len(lines) > 1 and bool(delimiter_of(lines)[1])

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """Conversations in the order in which they first appear, and a BadInput with its line for every bad row.

        Rows that follow each other with one message id are one message, because some exports have a row per sentence.
        Private rows are internal. Without a ticket column the whole table is one conversation; without an author
        either, every row stands for itself.
        """
        text = Text(original.limited_to(MAX_BYTES))
        delimiter, found = delimiter_of(_head(text))
        if not found:
            yield BadInput(
                f"no table of messages: its first line must name {known_headings()}",
                where="line 1",
                remedy="Add a header line, or rename the columns.",
            )
            return
        entries, problems = _entries(text, delimiter, found)
        if not entries and not problems:
            yield BadInput("a table without rows", where="line 2", remedy="Export it again.")
        yield from _Table(entries, text, original, found, desk).conversations()
        yield from told(problems)


@dataclass(frozen=True)
class _Table:
    """All rows of one file, and what can only be known from all of them."""

    entries: Sequence[Entry]
    text: Text
    original: Original
    found: Mapping[str, int]
    desk: Desk

    def conversations(self) -> Iterator[Conversation]:
        calendar = Calendar([entry.when for entry in self.entries if entry.when], self.desk.timezone)
        groups = self._groups()
        answering = {entry["author"] for entry in self.entries if role_in(entry["role"]) is Role.AGENT}
        notes = templates(groups)
        for ticket, comments in groups.items():
            messages = [
                message_of(number, comment, self.text, calendar, notes) for number, comment in enumerate(comments, 1)
            ]
            found = Conversation(
                id=ticket or self.original.short_id,
                channel=channel_in(comments[0][0]["channel"]) or self._channel(),
                subject=_first(comments, "subject"),
                assignee=_first(comments, "assignee"),
                participants=people_of(messages, comments, answering - {""}),
                messages=tuple(_by_time(messages)),
                x={"notes": list(calendar.notes)} if calendar.notes else {},
            )
            yield assign_roles(msgspec.structs.replace(found, opened_at=found.messages[0].sent_at), self.desk)

    def _groups(self) -> dict[str, list[list[Entry]]]:
        groups: dict[str, list[list[Entry]]] = {}
        for entry in self.entries:
            group = groups.setdefault(self._ticket(entry), [])
            if group and _same_message(group[-1][-1], entry):
                group[-1].append(entry)
            else:
                group.append([entry])
        return groups

    def _ticket(self, entry: Entry) -> str:
        """The ticket's number; spreadsheets make 1004298 into "1004298.0"."""
        if "conversation" in self.found:
            whole = entry["conversation"].removesuffix(".0")
            return whole if whole.isdigit() else entry["conversation"]
        return "" if "author" in self.found or "role" in self.found else f"row {entry.row.number}"

    def _channel(self) -> Channel:
        heading = self.text.text[:2_000].partition("\n")[0].lower()
        if "ticket" in heading or "issue" in heading or "case" in heading or "incident" in heading:
            return Channel.PORTAL
        return Channel.VOICE if "call" in heading else Channel.CHAT


def _head(text: Text) -> list[str]:
    return [line.text for line in islice(text.lines(), _HEAD_LINES)]


def _entries(text: Text, delimiter: str, found: Mapping[str, int]) -> tuple[list[Entry], list[BadInput]]:
    entries: list[Entry] = []
    problems: list[BadInput] = []
    for row in rows(text, delimiter):
        if len(problems) >= _MOST_PROBLEMS or len(entries) >= MAX_ROWS:
            problems.insert(
                0,
                LimitExceeded(
                    "the table is too long or too broken",
                    where=f"line {row.number}",
                    remedy="Split it; what follows was not read.",
                ),
            )
            break
        if row.problem or len(row.cells) <= found["body"]:
            what = row.problem or f"a row with {len(row.cells)} cells has no text in it"
            problems.append(BadInput(what, where=f"line {row.number}", remedy="The row is left out, the rest is read."))
            continue
        width = len(row.cells)
        cells = {kind: plain_cell(row.cells[place]) for kind, place in found.items() if place < width}
        if cells["body"]:
            written = cells.get("created", "")
            entries.append(Entry(cells, row, stamp(written), _since_1970(written)))
    return entries, problems


def _since_1970(written: str) -> datetime | None:
    """Some databases write times as seconds or milliseconds since 1970."""
    digits = written.partition(".")[0]
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in (10, 13):
        return None
    return instant(int(digits) / (1000 if len(digits) == 13 else 1))


def _same_message(before: Entry, entry: Entry) -> bool:
    if not entry["message"] or before["message"] != entry["message"]:
        return False
    return before["author"] == entry["author"] and before["created"] == entry["created"]


def _first(comments: Sequence[Comment], kind: str) -> str | None:
    return next((entry[kind] for comment in comments for entry in comment if entry[kind]), None)


def _by_time(messages: Sequence[Message]) -> list[Message]:
    """Some exports have the newest first; rows without a time keep their place."""
    times = [message.sent_at for message in messages]
    known = [time for time in times if time is not None]
    if len(known) != len(times) or all(one <= two for one, two in pairwise(known)):
        return list(messages)
    return sorted(messages, key=lambda message: message.sent_at.timestamp() if message.sent_at else 0.0)
