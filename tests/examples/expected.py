"""The example conversations with what a careful reader expects of them, from expected.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from calmdesk.conversation import Conversation
from calmdesk.examples import example_files
from calmdesk.readers import Desk, read_path

DESK = Desk(
    names=frozenset({"amir", "ana", "service desk"}),
    addresses=frozenset({"amir@desk.test", "ana@desk.test", "desk@desk.test"}),
    leadership=frozenset({"radek@works.test"}),
)


@dataclass(frozen=True)
class Requester:
    """`mN` is the Nth message of the file, as everywhere in expected.toml."""

    name: str
    stance: dict[str, str]
    first_shift: str | None = None
    loudest: str | None = None
    reason: str = ""
    arrived_tense: bool = False
    conduct: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Expected:
    file: str
    channel: str
    messages: int
    requesters: tuple[Requester, ...]
    judged: bool = True

    @property
    def is_calm(self) -> bool:
        return all(person.first_shift is None for person in self.requesters)


def expectations() -> tuple[Expected, ...]:
    """One for each example, in the order of the file."""
    content = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))
    return tuple(_expected(entry) for entry in content["example"])


def read_example(name: str) -> Conversation:
    """The conversation in one example file, read as the demo desk reads it."""
    path = next(path for path in example_files() if path.name == name)
    (found,) = read_path(path, desk=DESK)
    assert isinstance(found, Conversation), f"{name}: {found}"
    return found


def place(conversation: Conversation, message_id: str) -> str:
    """A message id as expected.toml writes it."""
    return f"m{conversation.index(message_id) + 1}"


def _expected(entry: dict[str, Any]) -> Expected:
    people = tuple(Requester(**person) for person in entry.pop("requester"))
    return Expected(**entry, requesters=people)
