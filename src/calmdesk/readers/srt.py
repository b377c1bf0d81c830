"""SubRip (.srt) transcripts, as Whisper, Zoom add-ons and meeting recorders write them."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput
from calmdesk.readers.caption_blocks import blocks, cue_times, read_blocks
from calmdesk.readers.cues import MAX_BYTES
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.text import Text


class Srt:
    """One call per file; speakers only as `Name:` in the words, because the format itself has none."""

    name = "srt"
    title = "SubRip transcript (.srt)"

    def recognises(self, original: Original) -> bool:
        if original.name.lower().endswith(".srt"):
            return True
        text = Text(Original(original.data[:2_000]))
        lines = [line.text.strip() for line in text.lines() if line.text.strip()][:2]
        if len(lines) == 2 and lines[0].isdigit():
            lines.pop(0)
        return bool(lines) and "-->" in lines[0] and cue_times(lines[0]) is not None

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """The call, and a BadInput with its line for every piece that is broken."""
        text = Text(original.limited_to(MAX_BYTES))
        yield from read_blocks(text, blocks(list(text.lines())), original, desk)
