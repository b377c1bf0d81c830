"""
JSON as evidence: what is ambiguous is refused instead of guessed.

The standard parser takes the last of two equal keys (which can flip who said what), accepts NaN, and stops deep nesting
with an error that is not a ValueError. Here each of them is one clear `BadInput` with its place.
"""

from __future__ import annotations

import json
from typing import Any

from calmdesk.errors import BadInput, LimitExceeded

MAX_BYTES = 5_000_000
MAX_DEPTH = 64


def parse(data: bytes | str) -> Any:
    """The JSON value in `data`; text is cleaned of lone surrogates and NUL, which no database stores alike."""
    if len(data) > MAX_BYTES:
        raise LimitExceeded(
            f"{len(data):,} bytes of JSON, {MAX_BYTES:,} are allowed", remedy="Split it into JSON Lines."
        )
    if isinstance(data, bytes):
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BadInput("not UTF-8 text", where=f"byte {error.start}", remedy="Save the file as UTF-8.") from None
    else:
        text = data.removeprefix("\ufeff")
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"not JSON: {error.msg}",
            where=f"line {error.lineno}, column {error.colno}",
            remedy="Correct it there.",
        ) from None
    except RecursionError:
        raise LimitExceeded(f"nested too deeply, {MAX_DEPTH} levels are allowed", remedy="Flatten it.") from None
    except ValueError as error:
        if "integer string conversion" in str(error):
            raise LimitExceeded("a number is too long", remedy="Write long numbers as strings.") from None
        raise
    _check_depth(value)
    return _storable(value) if "\\u" in text else value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise BadInput(
            f"the key {twice[:80]!r} stands twice in one object",
            where=f"key {twice[:80]!r}",
            remedy="Keep one of the two.",
        )
    return value


def _constant(name: str) -> Any:
    raise BadInput(f"{name} is not JSON", where=name, remedy="Use a number or null.")


_UNSTORABLE = dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd")
_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


def _storable(value: Any) -> Any:
    """Each lone surrogate or NUL becomes one U+FFFD, so that offsets hold."""
    if isinstance(value, str):
        return value.translate(_UNSTORABLE) if not value.isascii() or "\0" in value else value
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    return value


def _check_depth(value: Any) -> None:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for item in level
            if isinstance(item, (dict, list))
            for inner in (item.values() if isinstance(item, dict) else item)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return
    raise LimitExceeded(f"nested more than {MAX_DEPTH} levels deep", remedy="Flatten it.")
