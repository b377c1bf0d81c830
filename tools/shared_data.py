"""Conversations from the shared data folder, for measuring signs on words that their authors did not write."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zlib import crc32

import re2

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role

ROLE = {"requester": Role.REQUESTER, "helper": Role.AGENT, "other": Role.OTHER}
_IRC_LINE = re2.compile(r"^\[\d\d:\d\d\] <([^>]+)> (.*)$")
_IRC_ACTION = re2.compile(r"^\[\d\d:\d\d\] +\* ?(\S+) (.*)$")


def shared_folder() -> Path:
    """The shared folder: CALMDESK_SHARED, or `shared` beside the project."""
    return Path(os.environ.get("CALMDESK_SHARED", Path(__file__).resolve().parents[2] / "shared"))


PARTS = ("dev", "second", "held")


def part_of(conversation_id: str) -> str:
    """`dev` (half): rules may be tuned on it; `second`: read when dev was used up; `held`: only ever judges them."""
    return ("dev", "second", "dev", "held")[crc32(conversation_id.encode()) % 4]


def label_rows() -> list[dict[str, Any]]:
    """The messages that were read one by one, as they stand in the file."""
    path = shared_folder() / "data" / "labels" / "messages.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def labelled_threads() -> Iterator[tuple[Conversation, list[dict[str, Any]]]]:
    """Threads of read messages with their labels; a message without a thread stands alone."""
    threads: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in label_rows():
        threads[row.get("thread") or row["id"]].append(row)
    for name, rows in threads.items():
        roles = dict.fromkeys(row["role"] for row in rows)
        people = tuple(Participant(id=role, role=ROLE.get(role, Role.UNKNOWN)) for role in roles)
        messages = tuple(Message(id=row["id"], sender=row["role"], text=row["text"]) for row in rows)
        yield Conversation(id=name, channel=Channel.PORTAL, participants=people, messages=messages), rows


def helpdesk_tickets() -> Iterator[Conversation]:
    """The helpdesk tickets: one conversation each, public comments only, automatic notes left out."""
    path = shared_folder() / "data" / "helpdesk_tickets_mendeley" / "sample_utterances.csv.gz"
    issues: dict[str, dict[str, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["is_private"] != "1.0":
                issues[row["issueid"]][row["comment_seq"]].append(row)
    role = {"reporter": Role.REQUESTER, "assignee": Role.AGENT, "others": Role.AGENT}
    for issue, comments in issues.items():
        people: dict[str, Participant] = {}
        messages = []
        for sequence, rows in sorted(comments.items(), key=lambda item: int(float(item[0]))):
            sender = f"{rows[0]['author']}/{rows[0]['author_role']}"
            people.setdefault(sender, Participant(id=sender, role=role[rows[0]["author_role"]]))
            text = "\n".join(row["actionbody"] for row in sorted(rows, key=lambda row: int(row["utr_seq"])))
            sent_at = datetime.fromisoformat(rows[0]["created"])
            messages.append(Message(id=sequence, sender=sender, text=text, sent_at=sent_at))
        yield Conversation(
            id=issue, channel=Channel.PORTAL, participants=tuple(people.values()), messages=tuple(messages)
        )


def irc_conversations(least: int = 4) -> Iterator[Conversation]:
    """Conversations connected by the reply annotation, `least` messages or more; the first speaker asks for help."""
    path = shared_folder() / "data" / "ubuntu_irc" / "irc_disentanglement_ascii_annotations.tar.gz"
    texts: dict[str, list[str]] = {}
    links: dict[str, list[tuple[int, int]]] = {}
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            handle = archive.extractfile(member) if member.isfile() else None
            if handle is None:
                continue
            content = io.TextIOWrapper(handle, encoding="utf-8", errors="replace").read().split("\n")
            if member.name.endswith(".ascii.txt"):
                texts[member.name.removesuffix(".ascii.txt")] = content
            elif member.name.endswith(".annotation.txt"):
                pairs = [line.split() for line in content if line.strip()]
                links[member.name.removesuffix(".annotation.txt")] = [(int(a), int(b)) for a, b, *_ in pairs]
    for name in sorted(links):
        if name in texts:
            yield from _connected(name, texts[name], links[name], least)


def _connected(name: str, lines: list[str], links: list[tuple[int, int]], least: int) -> Iterator[Conversation]:
    parent: dict[int, int] = {}

    def root(place: int) -> int:
        while parent.setdefault(place, place) != place:
            place = parent[place]
        return place

    for first, second in links:
        parent[root(first)] = root(second)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in sorted(parent):
        groups[root(place)].append(place)
    for places in sorted(groups.values()):
        said = [(place, match) for place in places if (match := _spoken(lines, place))]
        if len(said) < least:
            continue
        asker = said[0][1][0]
        people = {nick: Participant(id=nick, role=Role.AGENT) for _, (nick, _) in said}
        people[asker] = Participant(id=asker, role=Role.REQUESTER, role_evidence="spoke first")
        messages = tuple(Message(id=str(place), sender=nick, text=text) for place, (nick, text) in said)
        yield Conversation(
            id=f"{name}:{places[0]}",
            channel=Channel.CHAT,
            participants=tuple(people.values()),
            messages=messages,
        )


def _spoken(lines: list[str], place: int) -> tuple[str, str] | None:
    if place >= len(lines):
        return None
    match = _IRC_LINE.match(lines[place]) or _IRC_ACTION.match(lines[place])
    return (match[1], match[2]) if match else None
