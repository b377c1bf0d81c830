"""Which mails belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b

import re2

from calmdesk.readers.mail_headers import MailHeaders, clean_subject, is_answer

_SAME_SUBJECT_WITHIN = timedelta(days=30).total_seconds()
# "[#1042]", "[desk.test #1042]", "[Ticket#1042]": the number of the ticket in brackets.
_TICKET = re2.compile(r"\[([^\[\]#]{0,60}#\s?\d{1,12})\]")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What joining needs to know of a mail, as hashes: two gigabytes of mail fit in a few megabytes."""

    number: int
    own: int | None
    named: tuple[int, ...]
    subject: int
    ticket: int | None
    answer: bool
    people: frozenset[int]
    at: float | None


class Threads:
    """Mails are added one by one; afterwards `groups()` says which belong together."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._roots: list[int] = []
        self._by_id: dict[int, int] = {}

    def add(self, headers: MailHeaders) -> int:
        """Add one mail and return its number, counted from 0."""
        number = len(self._entries)
        entry = _entry(number, headers)
        self._entries.append(entry)
        self._roots.append(number)
        for one in entry.named if entry.own is None else (entry.own, *entry.named):
            self._join(self._by_id.setdefault(one, number), number)
        return number

    def groups(self) -> list[list[int]]:
        """The numbers of the mails of each conversation, both in the order they were added.

        Mails belong together when one names the other (References, In-Reply-To), when they name the same mail, even one
        that is not here, or when both carry the same ticket number in brackets and share an address. An answer that
        names no mail at all joins the mails of the same subject that share an address with it, within 30 days: two new
        mails that happen to be called "VPN" stay two conversations.
        """
        self._join_tickets()
        self._join_subjects()
        groups: dict[int, list[int]] = {}
        for number in range(len(self._entries)):
            groups.setdefault(self._root(number), []).append(number)
        return list(groups.values())

    def _join_tickets(self) -> None:
        seen: dict[int, list[_Entry]] = {}
        for entry in self._entries:
            if entry.ticket is not None:
                before = seen.setdefault(entry.ticket, [])
                for other in before[-50:]:
                    if other.people & entry.people:
                        self._join(other.number, entry.number)
                        break
                before.append(entry)

    def _join_subjects(self) -> None:
        same: dict[int, list[_Entry]] = {}
        for entry in self._entries:
            same.setdefault(entry.subject, []).append(entry)
        for entry in self._entries:
            if not entry.answer or entry.named:
                continue
            others = same[entry.subject]
            near = [other for other in others[:200] if other is not entry and _alike(entry, other)]
            if near:
                closest = min(near, key=lambda other: abs((other.at or 0.0) - (entry.at or 0.0)))
                self._join(closest.number, entry.number)

    def _root(self, number: int) -> int:
        while self._roots[number] != number:
            self._roots[number] = self._roots[self._roots[number]]
            number = self._roots[number]
        return number

    def _join(self, first: int, second: int) -> None:
        one, two = self._root(first), self._root(second)
        self._roots[max(one, two)] = min(one, two)


def _alike(entry: _Entry, other: _Entry) -> bool:
    if not entry.people & other.people:
        return False
    if entry.at is None or other.at is None:
        return True
    return abs(entry.at - other.at) <= _SAME_SUBJECT_WITHIN


def _entry(number: int, headers: MailHeaders) -> _Entry:
    subject = clean_subject(headers.subject).casefold()
    ticket = _TICKET.search(subject[:500])
    people: Sequence[str] = [
        person.address for person in (headers.sender, *headers.to, *headers.cc)[:50] if person.address
    ]
    return _Entry(
        number=number,
        own=_hash(headers.message_id) if headers.message_id else None,
        named=tuple(_hashes([*headers.references, *headers.in_reply_to])),
        subject=_hash(subject),
        ticket=_hash("".join(ticket.group(1).split())) if ticket else None,
        # An empty subject says nothing about belonging together.
        answer=bool(subject) and is_answer(headers.subject),
        people=frozenset(_hashes(people)),
        at=headers.sent_at.timestamp() if headers.sent_at else None,
    )


def _hashes(values: Iterable[str]) -> list[int]:
    return [_hash(value) for value in dict.fromkeys(values)]


def _hash(value: str) -> int:
    return int.from_bytes(blake2b(value.encode("utf-8", "replace"), digest_size=8).digest(), "big")
