"""Values out of JSON that a stranger wrote: the wrong type is nothing, never an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def text_in(value: Any, *keys: str) -> str:
    """The first of these keys that holds a text with something in it, or ""."""
    if isinstance(value, Mapping):
        for key in keys:
            found = value.get(key)
            if isinstance(found, str) and found.strip():
                return found
    return ""


def number_in(value: Any, *keys: str) -> float | None:
    """The first of these keys that holds a number, or a text that is one."""
    if isinstance(value, Mapping):
        for key in keys:
            found = number(value.get(key))
            if found is not None:
                return found
    return None


def number(value: Any) -> float | None:
    """A number of ordinary size, or None."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if abs(found) < 1e15 else None


def dicts_in(value: Any, key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each object in the array at this key, with its place."""
    found = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(found, list):
        for place, item in enumerate(found):
            if isinstance(item, Mapping):
                yield place, item


def mapping_in(value: Any, *keys: str) -> Mapping[str, Any]:
    """The object that this path of keys leads to, or an empty one."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}
