"""Fictional conversations that come along: the demo inbox, the tour and the tests read them (see README.md)."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

FORMATS = frozenset({".json", ".txt", ".vtt", ".eml", ".mbox"})


def example_files() -> tuple[Path, ...]:
    """The files in the order of their names, in five formats, to be read like anybody's own."""
    with as_file(files(__name__)) as folder:
        return tuple(sorted(path for path in folder.iterdir() if path.suffix in FORMATS))
