"""A file of text as lines, with the way back from any place in it to the original bytes."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from calmdesk.conversation import Source
from calmdesk.readers.charsets import decode, storable
from calmdesk.readers.format import Original

_LOOKED_AT = 65_536
_STEP = 4_096
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BINARY = (b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"MZ", b"\x7fELF", b"RIFF")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")


@dataclass(frozen=True)
class Line:
    """One line without its end; `start` and `end` count characters of the whole text, `number` counts from 1."""

    number: int
    start: int
    end: int
    text: str


class Text:
    """The decoded text. Copes with byte order marks, UTF-16 and Windows-1252, as editors and call systems save them."""

    def __init__(self, original: Original) -> None:
        self._raw = original.sha256
        mark, codec = next(((mark, name) for mark, name in _MARKS if original.data.startswith(mark)), (b"", ""))
        data = original.data[len(mark) :]
        if codec.startswith("utf-16") and len(data) % 2:
            data = data[:-1]
        # A mark that promises UTF-8 is not always kept.
        self.codec = codec if codec.startswith("utf-16") else decode(data, None).codec
        # Replaced characters would not lead back to the same bytes, so places are counted in what was really there.
        self._errors = "surrogatepass" if self.codec.startswith("utf") else "strict"
        self._exact = data.decode(self.codec, self._errors)
        self.text = storable(self._exact)
        self._before = [len(mark)]
        for start in range(0, len(self._exact), _STEP):
            self._before.append(self._before[-1] + self._size(start, start + _STEP))

    def lines(self) -> Iterator[Line]:
        r"""Lines end at \n, \r\n or \r, and at nothing else."""
        text = self.text
        start = number = 0
        newline = carriage = -1
        while start < len(text):
            newline = _next("\n", text, start, newline)
            carriage = _next("\r", text, start, carriage)
            end = min(newline, carriage)
            number += 1
            yield Line(number, start, end, text[start:end])
            start = end + (2 if text.startswith("\r\n", end) else 1)

    def source(self, start: int, end: int, *, whole: str = "", part: str | None = None) -> Source:
        """The bytes of text[start:end]. `whole` says why they hold more than the message's text, where they do."""
        x = {"whole_part": whole} if whole else {}
        return Source(raw=self._raw, part=part, start=self._byte(start), end=self._byte(end), charset=self.codec, x=x)

    def _byte(self, place: int) -> int:
        step = place // _STEP
        return self._before[step] + self._size(step * _STEP, place)

    def _size(self, start: int, end: int) -> int:
        return len(self._exact[start:end].encode(self.codec, self._errors))


def looks_like_text(data: bytes) -> bool:
    """Whether a person could read these bytes: no known binary file, and hardly any control characters."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    if data.startswith(_BINARY):
        return False
    head = data[:_LOOKED_AT]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 50 <= len(head)


def _next(end: str, text: str, start: int, known: int) -> int:
    """The next place of a line end, searched for only once the known one has been passed."""
    if known >= start:
        return known
    found = text.find(end, start)
    return len(text) if found == -1 else found
