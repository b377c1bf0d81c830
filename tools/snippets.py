"""Runs the Python in a documentation page and writes what it prints into the text block that follows."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from typing import Any

_PYTHON = "```python"
_OUTPUT = "```text"
_END = "```"


def with_output(page: str) -> str:
    """The page with every text block behind a Python block holding what that code really prints."""
    names: dict[str, Any] = {"__name__": "page"}
    lines = iter(page.split("\n"))
    done: list[str] = []
    printed: str | None = None
    for line in lines:
        done.append(line)
        if line == _PYTHON:
            code = list(_until_end(lines))
            done += [*code, _END]
            out = io.StringIO()
            with redirect_stdout(out):
                exec(compile("\n".join(code), "page", "exec"), names)  # noqa: S102  our own documentation
            printed = out.getvalue().rstrip("\n")
        elif line == _OUTPUT and printed is not None:
            list(_until_end(lines))
            done += [printed, _END]
            printed = None
        elif line.strip():
            printed = None
    return "\n".join(done)


def _until_end(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line == _END:
            return
        yield line
