"""What a terminal shows and what a pipe is given: in a pipe no line ends in spaces."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


@contextmanager
def without_trailing_spaces(console: Console) -> Iterator[None]:
    """What is printed inside is padded to the width in a terminal alone."""
    if console.is_terminal:
        yield
        return
    with console.capture() as caught:
        yield
    console.file.write("\n".join(line.rstrip(" ") for line in caught.get().split("\n")))


def print_closely(console: Console, page: RenderableType) -> None:
    """Print a page with never more than one blank line between two others, and none at its beginning."""
    from rich.segment import Segment, Segments

    was_blank = True
    with without_trailing_spaces(console):
        for line in console.render_lines(page, pad=False):
            is_blank = not "".join(part.text for part in line).strip()
            if not (is_blank and was_blank):
                console.print(Segments([*line, Segment.line()]), end="")
            was_blank = is_blank
