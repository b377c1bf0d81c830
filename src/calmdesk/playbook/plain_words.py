"""What does not fit in a playbook file, in plain words: where, what was found, what is allowed, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import inspect

_MISSING, _UNKNOWN = "Object missing required field `", "Object contains unknown field `"
_NAMES = {
    "str": "a text in quotes",
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list in square brackets",
    "object": "a table of settings",
}
_BOUNDS = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}
_LONGEST = 40


def in_plain_words(error: msgspec.ValidationError, content: Any, kind: type) -> str:
    """One sentence or two for a person who wrote `content` by hand and meant it to be a `kind`."""
    problem, _, path = str(error).partition(" - at `$")
    steps = _steps(path.rstrip("`"))
    place = _place(steps)
    if problem.startswith(_MISSING):
        name = problem.removeprefix(_MISSING).rstrip("`")
        return f"{place}{': ' if place else ''}{name!r} is missing. Add it."
    if problem.startswith(_UNKNOWN):
        return _unknown(problem.removeprefix(_UNKNOWN).rstrip("`"), place, _type_at(kind, content, steps))
    found = _shown(_value_at(content, steps))
    allowed = _allowed(_type_at(kind, content, steps), steps)
    if allowed:
        near = get_close_matches(found.strip("'"), allowed, n=1)
        remedy = f"Did you mean {near[0]!r}?" if near else "Use one of these."
        return f"{place}: found {found}; allowed are {', '.join(allowed)}. {remedy}"
    return f"{place}: found {found}; allowed is {_expected(problem)}. Change it to that."


def _unknown(name: str, place: str, shape: inspect.Type | None) -> str:
    known = [field.encode_name for field in shape.fields] if isinstance(shape, inspect.StructType) else []
    near = get_close_matches(name, known, n=1)
    remedy = f"Did you mean {near[0]!r}?" if near else "Remove it."
    among = f"; allowed are {', '.join(known)}" if known else ""
    return f"{place}{': ' if place else ''}found {name!r}, which is no setting here{among}. {remedy}"


def _steps(path: str) -> list[str | int]:
    """`.match[0].channel` as match, 0, channel."""
    parts = path.replace("[", ".[").split(".")
    return [int(part[1:-1]) if part[1:-1].isdigit() and part[0] == "[" else part for part in parts if part]


def _place(steps: Iterable[str | int]) -> str:
    """As a person counts: the first example is example 1."""
    place = ""
    for step in steps:
        place += f" {step + 1}" if isinstance(step, int) else f"{', ' if place else ''}{step}"
    return place


def _value_at(content: Any, steps: list[str | int]) -> Any:
    for step in steps:
        try:
            content = content[step]
        except (KeyError, IndexError, TypeError):
            return None
    return content


def _type_at(kind: type, content: Any, steps: list[str | int]) -> inspect.Type | None:
    shape: inspect.Type | None = _plain(inspect.type_info(kind), content)
    for place, step in enumerate(steps):
        if isinstance(shape, inspect.StructType):
            if step == shape.tag_field:
                return shape
            field = next((one for one in shape.fields if one.encode_name == step), None)
            shape = field.type if field else None
        elif isinstance(shape, inspect.UnionType):
            return shape  # none of its kinds was named
        else:
            shape = getattr(shape, "item_type", None) or getattr(shape, "value_type", None)
        shape = _plain(shape, _value_at(content, steps[: place + 1]))
    return shape


def _plain(shape: inspect.Type | None, value: Any) -> inspect.Type | None:
    """Without notes and None around it; of several kinds of table, the one that is named."""
    if isinstance(shape, inspect.Metadata):
        return _plain(shape.type, value)
    if not isinstance(shape, inspect.UnionType):
        return shape
    kinds = [one for one in shape.types if not isinstance(one, inspect.NoneType)]
    if len(kinds) == 1:
        return _plain(kinds[0], value)
    for one in kinds:
        tag = value.get(one.tag_field) if isinstance(one, inspect.StructType) and isinstance(value, dict) else None
        if tag is not None and isinstance(one, inspect.StructType) and tag == one.tag:
            return one
    return shape


def _allowed(shape: inspect.Type | None, steps: list[str | int]) -> list[str]:
    if isinstance(shape, inspect.EnumType):
        return [str(one.value) for one in shape.cls]
    if isinstance(shape, inspect.LiteralType):
        return [str(one) for one in shape.values]
    if isinstance(shape, inspect.UnionType) and steps[-1:] == ["kind"]:
        return [str(one.tag) for one in shape.types if isinstance(one, inspect.StructType)]
    return []


def _expected(problem: str) -> str:
    """`Expected `int` >= 1` as "a whole number of at least 1"."""
    _, _, rest = problem.partition("Expected `")
    name, _, rest = rest.partition("`")
    words = _NAMES.get(name, "something else")
    bound = rest.partition(",")[0].split()
    if len(bound) == 4 and bound[:2] == ["of", "length"] and bound[2] in _BOUNDS:
        one, more = ("entry", "entries") if name == "array" else ("letter", "letters")
        return f"{words} with {_BOUNDS[bound[2]]} {bound[3]} {one if bound[3] == '1' else more}"
    if len(bound) == 2 and bound[0] in _BOUNDS:
        return f"{words} of {_BOUNDS[bound[0]]} {bound[1].removesuffix('.0')}"
    return words


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a table of settings"
    if isinstance(value, list):
        return "an empty list" if not value else "a list"
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
