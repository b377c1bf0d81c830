"""Plain text: a transcript with names before colons, an IRC log, or one text that somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

import msgspec

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role
from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.mail_source import normal_lines
from calmdesk.readers.roles import assign_roles
from calmdesk.readers.speakers import Opening, is_a_role, opening, speakers
from calmdesk.readers.text import Line, Text, looks_like_text
from calmdesk.readers.times import Calendar

MAX_BYTES = 5_000_000
MAX_LINES = 50_000
_OTHER_FILES = (".json", ".jsonl", ".ndjson", ".vtt", ".srt", ".sbv", ".csv", ".tsv", ".html", ".htm", ".xml", ".rtf")
_LONGEST_HEADING = 120
_DENSE = 4
_CALL_WORDS = ("thank you for calling", "thanks for calling")


class Plain:
    """Any readable text."""

    name = "plain"
    title = "Plain text (`Name: words`, with or without times; IRC; one text)"

    def recognises(self, original: Original) -> bool:
        if original.name.lower().endswith(_OTHER_FILES) or original.json is not None:
            return False
        return looks_like_text(original.data)

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """One conversation. A line that begins with no name goes on with what was said before it."""
        text = Text(original.limited_to(MAX_BYTES))
        lines = list(islice(text.lines(), MAX_LINES + 1))
        if len(lines) > MAX_LINES:
            yield LimitExceeded(f"more than {MAX_LINES:,} lines are not one conversation", remedy="Split the file.")
            return
        if not any(line.text.strip() for line in lines):
            yield BadInput("no words in it", remedy="Give a text with a conversation in it.")
            return
        turns = _turns(lines)
        if not turns:
            yield _one_text(text, original)
            return
        heading, turns = _without_heading(text, turns)
        yield assign_roles(msgspec.structs.replace(_conversation(text, turns, original, desk), subject=heading), desk)


@dataclass(frozen=True)
class _Turn:
    """From `start` to `end` in the text; no opening for what comes before the first name or from the chat server."""

    opening: Opening | None
    start: int
    end: int
    server: bool = False


def _turns(lines: Sequence[Line]) -> list[_Turn]:
    possible = [(place, found) for place, line in enumerate(lines) if (found := opening(line.text))]
    chosen = dict(speakers(possible))
    if not chosen or not _is_a_talk(chosen, lines):
        return []
    irc = any(one.certain for one in chosen.values())
    turns: list[_Turn] = []
    for place, line in enumerate(lines):
        if place in chosen:
            turns.append(_Turn(chosen[place], line.start + chosen[place].begin, line.end))
        elif irc and line.text.startswith(("=== ", "--- ", "-!- ", "*** ")):
            turns.append(_Turn(None, line.start, line.end, server=True))
        elif line.text.strip():
            if turns and not turns[-1].server:
                turns[-1] = _Turn(turns[-1].opening, turns[-1].start, line.end)
            else:
                turns.append(_Turn(None, line.start, line.end))
    return turns


def _is_a_talk(chosen: dict[int, Opening], lines: Sequence[Line]) -> bool:
    """A transcript may have a heading; a letter may have a few lines that seem to begin with somebody's name."""
    filled = [place for place, line in enumerate(lines) if line.text.strip()]
    begins = filled[0] in chosen
    names = [one.name for one in chosen.values()]
    come_back = len(names) > len(set(names)) > 1
    dense = len(names) * _DENSE >= len(filled)
    if any(one.stamp or one.certain for one in chosen.values()):
        return begins or (len(names) > 1 and dense)
    if begins and (come_back or any(map(is_a_role, names))):
        return True
    return dense and (begins or come_back)


def _without_heading(text: Text, turns: list[_Turn]) -> tuple[str | None, list[_Turn]]:
    """One line before the first name is what the conversation is about."""
    first = turns[0]
    heading = text.text[first.start : first.end].strip()
    if (
        first.opening is not None
        or first.server
        or len(turns) == 1
        or "\n" in heading
        or len(heading) > _LONGEST_HEADING
    ):
        return None, turns
    return heading.strip("#=*- "), turns[1:]


def _conversation(text: Text, turns: Sequence[_Turn], original: Original, desk: Desk) -> Conversation:
    stamps = [turn.opening.stamp for turn in turns if turn.opening and turn.opening.stamp]
    calendar = Calendar(stamps, desk.timezone)
    dated = bool(stamps) and all(one.has_date for one in stamps)
    offsets = _offsets(turns)
    people: dict[str, Participant] = {}
    messages: list[Message] = []
    for turn in turns:
        start, end = _without_empty_lines(text, turn)
        sender = _sender(turn, people)
        when = turn.opening.stamp if turn.opening else None
        x: dict[str, Any] = {}
        if turn.opening and turn.opening.clock and not dated and not offsets:
            x["clock"] = turn.opening.clock
        if turn.opening and turn.opening.action:
            x["action"] = True
        messages.append(
            Message(
                id=f"m{len(messages) + 1}",
                sender=sender,
                text=normal_lines(text.text[start:end]),
                sent_at=calendar.instant(when) if when else None,
                start_s=offsets.get(turn.start),
                automatic=turn.opening is None,
                source=text.source(start, end),
                x=x,
            )
        )
    notes = [*calendar.notes]
    if stamps and not dated and not offsets:
        notes.append("the times have no date, so they are kept as written")
    voice = bool(offsets) or _is_a_call(people, messages)
    return Conversation(
        id=original.short_id,
        channel=Channel.VOICE if voice else Channel.CHAT,
        opened_at=messages[0].sent_at,
        participants=tuple(people.values()),
        messages=tuple(messages),
        x={key: value for key, value in (("file", original.name), ("notes", notes)) if value},
    )


def _without_empty_lines(text: Text, turn: _Turn) -> tuple[int, int]:
    raw = text.text[turn.start : turn.end]
    return turn.start + len(raw) - len(raw.lstrip("\r\n")), turn.end - len(raw) + len(raw.rstrip("\r\n"))


def _sender(turn: _Turn, people: dict[str, Participant]) -> str:
    if turn.server:
        person = Participant(id="the chat itself", role=Role.SYSTEM, role_evidence="a notice of the chat server")
    elif turn.opening is None:
        person = Participant(
            id="before the first name",
            role=Role.SYSTEM,
            role_evidence="stands before the first name, as a heading does",
        )
    else:
        person = Participant(id=turn.opening.name, role=Role.UNKNOWN, name=turn.opening.name, person=None)
    return people.setdefault(person.id, person).id


def _offsets(turns: Sequence[_Turn]) -> dict[int, float]:
    """Seconds into the recording by the start of each turn, where the stamps count from zero and tell no time of day.

    They do where none has a date, none goes backwards, and the first is "00:00:00" to "00:05:00" or "00:00" to "00:30".
    """
    stamped = [(turn.start, turn.opening.stamp) for turn in turns if turn.opening and turn.opening.stamp]
    if not stamped or any(one.has_date for _, one in stamped):
        return {}
    long = any(one.has_seconds for _, one in stamped)
    offsets = {start: one.seconds if long else one.seconds / 60 for start, one in stamped}
    seconds = list(offsets.values())
    if seconds[0] >= (300 if long else 30) or any(one > two for one, two in pairwise(seconds)):
        return {}
    return offsets


def _is_a_call(people: dict[str, Participant], messages: Sequence[Message]) -> bool:
    if any("caller" in name.lower() for name in people):
        return True
    return any(phrase in message.text[:300].lower() for message in messages[:3] for phrase in _CALL_WORDS)


def _one_text(text: Text, original: Original) -> Conversation:
    start = len(text.text) - len(text.text.lstrip())
    end = len(text.text.rstrip())
    return Conversation(
        id=original.short_id,
        channel=Channel.PORTAL,
        participants=(
            Participant(
                id="writer", role=Role.REQUESTER, role_evidence="wrote all of it; no other name is in the text"
            ),
        ),
        messages=(
            Message(id="m1", sender="writer", text=normal_lines(text.text[start:end]), source=text.source(start, end)),
        ),
        x={"file": original.name} if original.name else {},
    )
