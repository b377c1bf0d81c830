"""The first shift, as WIRE and the practice define it, on threads that were read for it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from tools.shared_data import ROLE, label_rows

from calmdesk.conversation import Channel, Conversation, Message, Participant
from calmdesk.playbook import Playbook
from calmdesk.reading import read
from calmdesk.temperature import FirstShift, Model
from training.places import READ
from training.scores import share


class ReadShift(NamedTuple):
    """
    A thread, the message a reader named (None: calm throughout), and how sure they were (1 to 3).

    `second`: what a second reader named, who had not seen the first one's answer.
    """

    conversation: Conversation
    message: str | None
    sure: int
    second: str | None
    read_twice: bool


def read_shifts() -> list[ReadShift]:
    """Threads of the tune and held parts, in the order they were read."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in label_rows():
        rows.setdefault(row.get("thread") or row["id"], []).append(row)
    found = []
    for line in (READ / "first_shifts.json").read_text(encoding="utf-8").splitlines():
        named = json.loads(line)
        thread = rows[named["thread"]]
        people = tuple(Participant(id=role, role=ROLE[role]) for role in dict.fromkeys(row["role"] for row in thread))
        messages = tuple(Message(id=row["id"], sender=row["role"], text=row["text"]) for row in thread)
        conversation = Conversation(id=named["thread"], channel=Channel.PORTAL, participants=people, messages=messages)
        found.append(ReadShift(conversation, named["message"], named["sure"], named["second"], named["read_twice"]))
    return found


def shift_figures(shifts: Sequence[ReadShift], playbook: Playbook, model: Model | None) -> dict[str, Any]:
    """How many first shifts are found at the message, and within one of that person's own messages of it."""
    exact = near = false = 0
    shifted = [shift for shift in shifts if shift.message is not None]
    for shift in shifts:
        told = read(shift.conversation, playbook, model=model).first_shift
        message = told.message if isinstance(told, FirstShift) else None
        if shift.message is None:
            false += message is not None
        else:
            distance = _distance(shift.conversation, shift.message, message)
            exact += distance == 0
            near += distance is not None and distance <= 1
    calm = len(shifts) - len(shifted)
    right_threads = near + calm - false
    return {
        "threads": len(shifts),
        "shifted": len(shifted),
        "exact": share(exact, len(shifted)),
        "within one": share(near, len(shifted)),
        "calm threads": calm,
        "false": share(false, calm),
        "right threads": share(right_threads, len(shifts)),
    }


def readers_agree(shifts: Sequence[ReadShift]) -> list[float]:
    """The share of threads for which two readers named messages at most one apart, or both none."""
    near = 0
    twice = [shift for shift in shifts if shift.read_twice]
    for shift in twice:
        if shift.message is None or shift.second is None:
            near += shift.message == shift.second
        else:
            distance = _distance(shift.conversation, shift.message, shift.second)
            near += distance is not None and distance <= 1
    return share(near, len(twice))


def _distance(conversation: Conversation, named: str, told: str | None) -> int | None:
    """How many of the person's own messages lie between; None where no shift was told, or another person's."""
    if told is None:
        return None
    sender = conversation.messages[conversation.index(named)].sender
    own = [message.id for message in conversation.messages if message.sender == sender]
    return abs(own.index(told) - own.index(named)) if told in own else None
