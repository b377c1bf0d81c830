"""WebVTT transcripts as Teams, Zoom, Meet and others write them."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput
from calmdesk.readers.caption_blocks import blocks, read_blocks
from calmdesk.readers.cues import MAX_BYTES
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.text import Text


class WebVtt:
    """One call per file."""

    name = "vtt"
    title = "WebVTT transcript (Teams, Zoom, Meet)"

    def recognises(self, original: Original) -> bool:
        head = original.data[:200].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").splitlines()[:1]
        return original.name.lower().endswith(".vtt") or (bool(head) and _is_header(head[0].decode("latin-1")))

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """The call, and a BadInput with its line for every cue that is broken."""
        text = Text(original.limited_to(MAX_BYTES))
        found = blocks(list(text.lines()))
        if not found or not _is_header(found[0].lines[0].text):
            line = found[0].lines[0].number if found else 1
            yield BadInput(
                'the first line of a WebVTT file is "WEBVTT"',
                where=f"line {line}",
                remedy="Export the transcript again.",
            )
            return
        yield from read_blocks(text, found[1:], original, desk)


def _is_header(line: str) -> bool:
    return line == "WEBVTT" or line.startswith(("WEBVTT ", "WEBVTT\t"))
