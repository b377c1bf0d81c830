"""A Slack export: users.json, channels.json and one folder per channel with a file per day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from calmdesk.conversation import Channel, Conversation, Message
from calmdesk.conversation.strict_json import MAX_BYTES, parse
from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.readers.archives import Archive
from calmdesk.readers.chats import by_pause
from calmdesk.readers.cues import told
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.roles import assign_roles
from calmdesk.readers.slack_message import slack_message
from calmdesk.readers.slack_people import People
from calmdesk.readers.values import text_in

_LISTS = ("channels.json", "groups.json", "dms.json", "mpims.json")
_USERS = ("users.json", "org_users.json")


class Slack:
    """The zip file as Slack gives it; an unpacked one is read as a folder."""

    name = "slack"
    title = "Slack export (zip)"

    def recognises(self, original: Original) -> bool:
        if not original.data.startswith(b"PK\x03\x04"):
            return False
        try:
            names = Archive(original.data).names
        except BadInput:
            return original.name.lower().endswith(".zip")
        return any(PurePosixPath(name).name in _USERS for name in names) or any(map(_is_day, names))

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """Each thread of a channel is a conversation; a direct message is one until nobody writes for eight hours.

        In a channel, a message that nobody answered in a thread stands for itself. Joins, topics and the like are left
        out.
        """
        archive = Archive(original.data)
        archive.check()
        names = [name for name in archive.names if not name.startswith("__MACOSX/")]
        yield from _export(_Files(names, archive.read, original.sha256), desk)


def is_folder(folder: Path) -> bool:
    """Whether this is an unpacked export."""
    return any((folder / name).is_file() for name in _USERS) and any((folder / name).is_file() for name in _LISTS)


def read_folder(folder: Path, desk: Desk) -> Iterator[Conversation | BadInput]:
    """The same from an unpacked export, which may be as large as it likes: one channel at a time is held in memory."""
    paths = [path for path in sorted(folder.rglob("*.json")) if path.is_file() and not path.is_symlink()]
    names = [path.relative_to(folder).as_posix() for path in paths]

    def read(name: str) -> bytes:
        if (size := (folder / name).stat().st_size) > MAX_BYTES:
            raise LimitExceeded(
                f"{size:,} bytes of JSON, {MAX_BYTES:,} are allowed", where=name, remedy="Leave it out."
            )
        return (folder / name).read_bytes()

    yield from _export(_Files(names, read, None), desk)


@dataclass(frozen=True)
class _Files:
    """`raw` names the zip that all of it came from; in a folder each file is an original of its own."""

    names: Sequence[str]
    read: Callable[[str], bytes]
    raw: str | None

    @property
    def root(self) -> str:
        """Some people zip the folder around the export."""
        users = next((name for name in self.names if PurePosixPath(name).name in _USERS), "")
        return users.rpartition("/")[0] + "/" if "/" in users else ""

    def days(self) -> dict[str, list[str]]:
        """The files of each channel in order of their days."""
        found: dict[str, list[str]] = {}
        for name in self.names:
            if name.startswith(self.root) and _is_day(name):
                found.setdefault(PurePosixPath(name).parent.name, []).append(name)
        return found


def _export(files: _Files, desk: Desk) -> Iterator[Conversation | BadInput]:
    problems: list[BadInput] = []
    people = People.of(_objects(files, _USERS, problems))
    rooms = {
        text_in(item, "name", "id"): (text_in(item, "id"), kind)
        for kind in _LISTS
        for item in _objects(files, (kind,), problems)
    }
    days = files.days()
    if not days:
        yield BadInput("no messages in this Slack export", remedy="Export a period in which something was written.")
    yield from told(problems)
    for room, names in days.items():
        room_id, kind = rooms.get(room, (room, _LISTS[0]))
        messages, problems = _messages(files, names, people)
        direct = kind in ("dms.json", "mpims.json")
        for group in by_pause(messages.values()) if direct else _threads(messages):
            yield assign_roles(
                Conversation(
                    id=f"{room_id or room}:{group[0].id}",
                    channel=Channel.CHAT,
                    subject="Direct message" if direct else f"#{room}",
                    opened_at=group[0].sent_at,
                    participants=people.participants(dict.fromkeys(message.sender for message in group)),
                    messages=tuple(group),
                ),
                desk,
            )
        yield from told(problems)


def _messages(files: _Files, names: Sequence[str], people: People) -> tuple[dict[str, Message], list[BadInput]]:
    """Messages by their timestamp, in order; an edited one that stands there twice is there once, as it reads last."""
    found: dict[str, Message] = {}
    problems: list[BadInput] = []
    for name in names:
        try:
            data = files.read(name)
            value = parse(data)
        except BadInput as problem:
            where = f"{name}, {problem.where}" if problem.where and problem.where != name else name
            problems.append(type(problem)(problem.problem, where=where, remedy=problem.remedy))
            continue
        raw = files.raw or Original(data).sha256
        for place, item in enumerate(value if isinstance(value, list) else []):
            part = f"{name} $[{place}].text" if files.raw else f"$[{place}].text"
            message = slack_message(item, people, raw=raw, part=part)
            if isinstance(message, BadInput):
                problems.append(BadInput(message.problem, where=f"{name}, $[{place}]", remedy=message.remedy))
            elif message is not None:
                found[message.id] = message
    return dict(sorted(found.items(), key=lambda one: float(one[0]))), problems


def _threads(messages: dict[str, Message]) -> Iterator[list[Message]]:
    threads: dict[str, list[Message]] = {}
    for identity, message in messages.items():
        threads.setdefault(message.x.get("thread") or identity, []).append(message)
    yield from threads.values()


def _objects(files: _Files, names: Sequence[str], problems: list[BadInput]) -> list[object]:
    for name in names:
        full = files.root + name
        if full not in files.names:
            continue
        try:
            value = parse(files.read(full))
        except BadInput as problem:
            problems.append(type(problem)(problem.problem, where=full, remedy=problem.remedy))
            continue
        return value if isinstance(value, list) else []
    return []


def _is_day(name: str) -> bool:
    path = PurePosixPath(name)
    day = path.stem
    return (
        path.suffix == ".json"
        and len(day) == 10
        and day[4] == day[7] == "-"
        and day.replace("-", "").isdigit()
        and len(path.parts) > 1
    )
