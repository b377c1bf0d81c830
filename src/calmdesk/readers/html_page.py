"""The lines of a page while it is read, each with how deeply it is quoted."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_TEXT = 300_000
_MAX_QUOTE_DEPTH = 10


@dataclass
class Page:
    """`full` says that some text found no room any more."""

    lines: list[tuple[int, str]] = field(default_factory=list)
    signature: list[tuple[int, str]] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    quote: int = 0
    rest_quoted: bool = False
    signing: int = 0
    verbatim: int = 0
    gap: bool = False
    size: int = 0
    full: bool = False

    def write(self, text: str) -> None:
        self.full = self.full or len(text) > MAX_TEXT - self.size
        text = text[: MAX_TEXT - self.size]
        self.size += len(text)
        if self.verbatim:
            first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self.line.append(first)
            for other in others:
                self.end_line(keep_empty=True)
                self.line.append(other)
            return
        words = text.split()
        if not words:
            if text and self.line and not self.line[-1].endswith(" "):
                self.line.append(" ")
            return
        if text[0].isspace() and self.line and not self.line[-1].endswith(" "):
            self.line.append(" ")
        self.line.append(" ".join(words))
        if text[-1].isspace():
            self.line.append(" ")

    def end_line(self, *, keep_empty: bool = False) -> None:
        text = "".join(self.line)
        text = text.rstrip() if self.verbatim else text.strip()
        self.line.clear()
        if text or keep_empty:
            depth = min(self.quote + self.rest_quoted, _MAX_QUOTE_DEPTH)
            target = self.signature if self.signing else self.lines
            if self.gap and target:
                target.append((min(depth, target[-1][0]), ""))
            self.gap = False
            target.append((depth, text))


def joined(lines: list[tuple[int, str]]) -> str:
    return "\n".join((">" * depth + (" " + text if text else "")) if depth else text for depth, text in lines).strip(
        "\n"
    )
