"""Transcripts of Whisper and its relatives (JSON with segments and word times)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from calmdesk.conversation import Conversation, Word
from calmdesk.errors import BadInput
from calmdesk.readers.cues import MAX_CUES, Cue, conversation_from_cues, told, too_many
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.json_source import JsonSource
from calmdesk.readers.values import dicts_in, number_in, text_in


class Whisper:
    """One recording per file."""

    name = "whisper"
    title = "Whisper or WhisperX transcript (JSON)"

    def recognises(self, original: Original) -> bool:
        value = original.json
        if not isinstance(value, dict):
            return False
        segments = [item for _, item in dicts_in(value, "segments")]
        return bool(segments) and all("text" in item and "start" in item for item in segments[:3])

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """One call. Whisper itself hears no speakers: then nobody is named, and nobody is made up.

        WhisperX puts a speaker ("SPEAKER_00") on segments or only on words, or on neither where it could not tell.
        Words are called "word" or "text", and a word it could not align has no times.
        """
        value = original.json
        segments = list(dicts_in(value, "segments"))
        if len(segments) > MAX_CUES:
            yield too_many(len(segments))
            return
        source = JsonSource(original)
        cues: list[Cue] = []
        problems: list[BadInput] = []
        for place, item in segments:
            text, start, end = text_in(item, "text"), number_in(item, "start"), number_in(item, "end")
            where = f"$.segments[{place}]"
            if start is None or start < 0:
                problems.append(BadInput("a segment without a start", where=where, remedy="It is left out."))
            elif text:
                end = end if end is not None and end >= start else None
                cues.append(Cue(start, end, _speaker(item), text, source.of(text, f"{where}.text"), _words(item)))
        if cues:
            found = conversation_from_cues(cues, original, desk)
            yield msgspec.structs.replace(found, language=text_in(value, "language") or None)
        elif not problems:
            yield BadInput("no words in it", where="$.segments", remedy="Transcribe the recording again.")
        yield from told(problems)


def _speaker(segment: Mapping[str, Any]) -> str | None:
    """The segment's speaker, or the one most of its words have; none where no word has one."""
    stated = text_in(segment, "speaker")
    if stated:
        return stated
    names = Counter(name for _, word in dicts_in(segment, "words") if (name := text_in(word, "speaker")))
    return names.most_common(1)[0][0] if names else None


def _words(segment: Mapping[str, Any]) -> tuple[Word, ...]:
    words: list[Word] = []
    for _, item in dicts_in(segment, "words"):
        start, end, text = number_in(item, "start"), number_in(item, "end"), text_in(item, "word", "text")
        if start is not None and end is not None and 0 <= start <= end and text:
            words.append(Word(start_s=start, end_s=end, text=text.strip()))
    return tuple(words)
