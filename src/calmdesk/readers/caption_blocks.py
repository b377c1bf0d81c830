"""Blocks of lines in a caption file, and the cues in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput
from calmdesk.readers.cue_text import said
from calmdesk.readers.cues import MAX_CUES, Cue, conversation_from_cues, named_in_text, told, too_many
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.text import Line, Text

_LONGEST_CUE = 10_000
_MOST_BLOCKS = 2 * MAX_CUES
_NOT_CUES = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True)
class Block:
    """Lines without an empty one between them; `timing` is the place of the line with the arrow, if there is one."""

    lines: Sequence[Line]
    timing: int | None


def read_blocks(
    text: Text, pieces: Sequence[Block], original: Original, desk: Desk
) -> Iterator[Conversation | BadInput]:
    """Cues from blocks. Notes, styles and regions are left out; text without a time is reported, never guessed at."""
    if len(pieces) > _MOST_BLOCKS:
        yield too_many(len(pieces))
        return
    cue_count = sum(block.timing is not None for block in pieces)
    if cue_count > MAX_CUES:
        yield too_many(cue_count)
        return
    cues: list[Cue] = []
    problems: list[BadInput] = []
    for block in pieces:
        if block.timing is None:
            if not block.lines[0].text.startswith(_NOT_CUES):
                problems.append(_broken(block.lines[0], "text without a time"))
            continue
        found = _cues(text, block)
        if isinstance(found, BadInput):
            problems.append(found)
        else:
            cues += found
        if len(cues) > MAX_CUES:
            yield too_many(len(cues))
            return
    if cues:
        yield conversation_from_cues(named_in_text(cues), original, desk)
    elif not problems:
        yield BadInput("no words in it", remedy="Export the transcript again.")
    yield from told(problems)


def cue_times(timing: str) -> tuple[float, float] | None:
    """Start and end in seconds from the line with the arrow, read by webvtt-py; None where it does not accept them.

    Settings after the times are not looked at. A comma before the milliseconds (SubRip) and hours of one digit are
    common in the wild and mean what they seem to mean.
    """
    left, _, right = timing.partition("-->")
    start, end = (_usual(part) for part in (left, right))
    try:
        captions = webvtt.WebVTT.from_string(f"WEBVTT\n\n{start} --> {end}\n-\n").captions
    except (MalformedCaptionError, MalformedFileError, ValueError, IndexError, OverflowError):
        return None
    if len(captions) != 1:
        return None
    first, last = captions[0].start_time, captions[0].end_time
    return first.in_milliseconds() / 1000, last.in_milliseconds() / 1000


def _usual(part: str) -> str:
    time = (part.split() or [""])[0].replace(",", ".")
    return f"0{time}" if time[1:2] == ":" else time


def _cues(text: Text, block: Block) -> list[Cue] | BadInput:
    timing = block.lines[block.timing or 0]
    times = cue_times(timing.text)
    if times is None:
        return _broken(timing, "a time that cannot be read; times look like 00:01:02.500 --> 00:01:05.000")
    payload = block.lines[(block.timing or 0) + 1 :]
    if not payload:
        return []
    start, end = payload[0].start, payload[-1].end
    if end - start > _LONGEST_CUE:
        return _broken(timing, f"{end - start:,} characters in one cue, {_LONGEST_CUE:,} are allowed")
    raw = text.text[start:end]
    voices = said("\n".join(line.text for line in payload))
    cues: list[Cue] = []
    at = 0
    for voice in voices:
        found = raw.find(voice.text, at)
        if found == -1:
            source = text.source(start, end, whole="the cue has markup in its words")
        else:
            at = found + len(voice.text)
            source = text.source(start + found, start + at)
        cues.append(Cue(times[0], times[1] if times[1] >= times[0] else None, voice.speaker, voice.text, source))
    return cues


def _broken(line: Line, problem: str) -> BadInput:
    return BadInput(problem, where=f"line {line.number}", remedy="This piece is left out, the rest is read.")


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Blocks end at an empty line, and before a second arrow in the same block, as YouTube's files need it."""
    found: list[Block] = []
    current: list[Line] = []
    timing: int | None = None
    for line in lines:
        if not line.text.strip():
            if current:
                found.append(Block(current, timing))
            current, timing = [], None
            continue
        if "-->" in line.text:
            if timing is not None:
                found.append(Block(current, timing))
                current = []
            timing = len(current)
        current.append(line)
    if current:
        found.append(Block(current, timing))
    return found
