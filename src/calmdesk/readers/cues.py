"""What caption files share: timed pieces of text become turns of speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role, Source, Word
from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.roles import assign_roles
from calmdesk.readers.speakers import Opening, opening

MAX_BYTES = 10_000_000
MAX_CUES = 50_000
_MOST_PROBLEMS = 20
_PAUSE = 2.0
_LONG = 1_200
NOBODY = "unknown speaker"


@dataclass(frozen=True)
class Cue:
    """One timed piece of text in seconds, its speaker where the file names one, and the bytes it came from."""

    start_s: float
    end_s: float | None
    speaker: str | None
    text: str
    source: Source
    words: tuple[Word, ...] = ()


def named_in_text(cues: Sequence[Cue]) -> list[Cue]:
    """Take `Name:` at the start of a cue as its speaker, as Zoom, Meet and others write it.

    Only where most of the file does so or the name comes back: a single "Note: …" is not a person. A cue without a name
    belongs to nobody, unless it goes on in the middle of a sentence.
    """
    found = [(cue, opening(cue.text) if cue.speaker is None else None) for cue in cues]
    names = [one.name for _, one in found if one is not None]
    if not names:
        return list(cues)
    often = {name for name in names if names.count(name) > 1} if len(names) < 2_000 else set(names)
    most = len(names) * 2 >= len(cues)
    named: list[Cue] = []
    for cue, one in found:
        if one is not None and (most or one.name in often):
            named.append(_without_name(cue, one))
        elif cue.speaker is None and named and _goes_on(named[-1], cue):
            named.append(replace(cue, speaker=named[-1].speaker))
        else:
            named.append(cue)
    return named


def conversation_from_cues(cues: Sequence[Cue], original: Original, desk: Desk) -> Conversation:
    """One call. Neighbouring cues of one speaker are one turn, unless a pause lies between them.

    Where no speaker is named, cues stay as they are and nobody is made up.
    """
    turns = _turns([_stripped(cue) for cue in cues if cue.text.strip()])
    people: dict[str, Participant] = {}
    for turn in turns:
        people.setdefault(turn[0].speaker or NOBODY, _person(turn[0].speaker))
    return assign_roles(
        Conversation(
            id=original.short_id,
            channel=Channel.VOICE,
            participants=tuple(people.values()),
            messages=tuple(_message(number, turn) for number, turn in enumerate(turns, 1)),
            x={"file": original.name} if original.name else {},
        ),
        desk,
    )


def told(problems: Sequence[BadInput]) -> Iterator[BadInput]:
    """The problems of one file; a file with hundreds says so once."""
    yield from problems[:_MOST_PROBLEMS]
    if len(problems) > _MOST_PROBLEMS:
        yield BadInput(
            f"{len(problems) - _MOST_PROBLEMS:,} more pieces could not be read", remedy="Export the transcript again."
        )


def too_many(count: int) -> LimitExceeded:
    """The answer to a file with more cues than a call can have."""
    return LimitExceeded(f"{count:,} cues, {MAX_CUES:,} are allowed", remedy="Split it into smaller files.")


def _without_name(cue: Cue, found: Opening) -> Cue:
    return _cut(replace(cue, speaker=found.name), found.begin, len(cue.text))


def _cut(cue: Cue, start: int, end: int) -> Cue:
    """A part of a cue's text with the bytes of just this part, where they were known."""
    source = cue.source
    if not source.x and source.start is not None:
        charset = source.charset or "utf-8"
        first = source.start + len(cue.text[:start].encode(charset, "replace"))
        last = first + len(cue.text[start:end].encode(charset, "replace"))
        source = msgspec.structs.replace(source, start=first, end=last)
    return replace(cue, text=cue.text[start:end], source=source)


def _stripped(cue: Cue) -> Cue:
    start = len(cue.text) - len(cue.text.lstrip())
    return _cut(cue, start, len(cue.text.rstrip()))


def _goes_on(before: Cue, cue: Cue) -> bool:
    ended = before.text.rstrip()[-1:] in (".", "?", "!", "…", '"', "”", "")
    return before.speaker is not None and not ended and cue.text.lstrip()[:1].islower()


def _turns(cues: Sequence[Cue]) -> list[list[Cue]]:
    turns: list[list[Cue]] = []
    length = 0
    for cue in cues:
        if turns and cue.speaker is not None and _same_turn(turns[-1][-1], cue) and length < _LONG:
            turns[-1].append(cue)
            length += len(cue.text)
        else:
            turns.append([cue])
            length = len(cue.text)
    return turns


def _same_turn(before: Cue, cue: Cue) -> bool:
    if before.speaker != cue.speaker:
        return False
    return before.end_s is not None and cue.start_s >= before.start_s and cue.start_s - before.end_s <= _PAUSE


def _message(number: int, turn: Sequence[Cue]) -> Message:
    first, last = turn[0], turn[-1]
    ends = [cue.end_s for cue in turn if cue.end_s is not None]
    source = first.source
    x: dict[str, Any] = {}
    if len(turn) > 1:
        source = Source(
            raw=source.raw,
            start=source.start,
            end=last.source.end,
            charset=source.charset,
            x={"whole_part": "the turn was put together from several cues"},
        )
        x["cues"] = [[cue.source.start, cue.source.end] for cue in turn]
    return Message(
        id=f"m{number}",
        sender=first.speaker or NOBODY,
        text="\n".join(cue.text for cue in turn),
        start_s=first.start_s,
        end_s=max(ends) if ends else None,
        words=tuple(word for cue in turn for word in cue.words),
        source=source,
        x=x,
    )


def _person(speaker: str | None) -> Participant:
    if speaker is None:
        return Participant(
            id=NOBODY, role=Role.UNKNOWN, role_evidence="the transcript does not say who speaks here", name=None
        )
    return Participant(id=speaker, role=Role.UNKNOWN, name=speaker)
