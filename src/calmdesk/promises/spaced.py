"""Patterns are written with single spaces; people write two, or break the line."""

from __future__ import annotations

from typing import Any

import re2


def spaced(source: str) -> str:
    """The same pattern, in which every space stands for one or more and every optional one for any number."""
    return source.replace(" ?", "\0").replace(" ", " +").replace("\0", " *")


def pattern(source: str) -> Any:
    """A linear-time pattern for folded text, spaces as above."""
    options = re2.Options()
    options.max_mem = 32 << 20
    return re2.compile(spaced(source), options)


def start_of(found: Any, group: str) -> int:
    """Where a named group begins; re2 itself knows groups by number only."""
    place: int = found.start(found.re.groupindex[group])
    return place
