"""Which files of a folder are no conversations by their kind, so that nobody is told of each that it cannot be read."""

from __future__ import annotations

from pathlib import PurePath

_NEVER = frozenset(
    ".bmp .gif .heic .ico .jpeg .jpg .png .svg .tif .tiff .webp"  # pictures
    " .py .pyc .pyo .pyi .js .css .sh .so .dll .exe"  # programs
    " .7z .bz2 .gz .rar .tar .tgz .xz .zst".split()  # archives that no reader opens; a zip may be a Slack export
)
_TEXT = frozenset([".log", ".md"])
_FOLDERS = frozenset(["__pycache__", "__MACOSX", "node_modules"])


def is_no_conversation(inside: PurePath, *, format_is_named: bool = False) -> bool:
    """By its path inside the folder alone. Logs and Markdown are read where a person said which format they are in."""
    name, kind = inside.name.lower(), inside.suffix.lower()
    if kind in _NEVER or name.split(".")[0] == "readme" or not _FOLDERS.isdisjoint(inside.parts):
        return True
    return kind in _TEXT and not format_is_named
