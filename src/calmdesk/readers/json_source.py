"""Where a text stands in the bytes of a JSON file."""

from __future__ import annotations

import json

from calmdesk.conversation import Source
from calmdesk.readers.format import Original

_MOST_MISSES = 20
_ESCAPED = "the text is written with JSON escapes"


class JsonSource:
    """Finds texts in the order of the file; one that it does not find keeps its path only.

    `part` is the path inside the JSON value. After some misses it stops looking, so that a file cannot make it slow.
    """

    def __init__(self, original: Original, *, prefix: str = "") -> None:
        self._data = original.data
        self._raw = original.sha256
        self._prefix = prefix
        self._at = 0
        self._misses = 0

    def of(self, text: str, part: str) -> Source:
        """The source of one text at this path."""
        part = f"{self._prefix}{part}"
        if self._misses < _MOST_MISSES and text:
            for ascii_only in (False, True):
                written = json.dumps(text, ensure_ascii=ascii_only)
                start = self._data.find(written.encode("utf-8", "surrogatepass"), self._at)
                if start != -1:
                    return self._found(text, written, start, part)
            self._misses += 1
        return Source(raw=self._raw, part=part)

    def _found(self, text: str, written: str, start: int, part: str) -> Source:
        end = start + len(written.encode("utf-8", "surrogatepass"))
        self._at = end
        exact = written[1:-1] == text
        return Source(
            raw=self._raw,
            part=part,
            start=start + 1,
            end=end - 1,
            charset="utf-8",
            x={} if exact else {"whole_part": _ESCAPED},
        )
