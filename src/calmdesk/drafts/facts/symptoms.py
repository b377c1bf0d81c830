"""What goes wrong or is asked for: the words that say so, and the same in an agent's own words (P-3.3)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import re2

from calmdesk.drafts.facts.things import PLAIN, Thing, thing_after, thing_before
from calmdesk.signals.compiled import CompiledPhrase, Lists
from calmdesk.signals.fold import fold
from calmdesk.signals.moment import parts_of, words_of

_SAID = re2.compile(r"^(\{thing\} )?(.*?)( \{(thing|part)\})?$")
_NO_LISTS = Lists({})
# A thing that is only pointed at cannot be said back.
_POINTS = frozenset(
    "issue problem error bug question whole lot thing things stuff this that these those all it one both "
    "each the a an my our some any".split()
)

# Asked for, these say nothing of the matter.
_NO_THING = frozenset("help assistance answer solution way option info advice refund you time hand".split())


class Symptom(NamedTuple):
    """`names` are the things in it, as spans of the text, `say` the wording that takes them along by name."""

    start: int
    end: int
    say: str
    names: Mapping[str, Thing]
    is_request: bool


class _Shape(NamedTuple):
    phrase: CompiledPhrase
    before: str
    after: str
    say: str
    is_request: bool


def symptom_in(text: str) -> Symptom | None:
    """The first thing a sentence says to be wrong, or asks for; None where its words are not understood."""
    found = sorted(_all(text), key=lambda one: (one.is_request, one.start))
    over = [one for one in found if one.is_request == found[0].is_request and one.start < found[0].end]
    return max(over, key=lambda one: (len(one.names), one.end - one.start), default=None)


def symptom_wordings() -> tuple[str, ...]:
    """Our own wordings, each once."""
    return tuple(dict.fromkeys(shape.say for shape in _shapes()))


def _all(text: str) -> Iterator[Symptom]:
    folded = fold(text)
    words = frozenset(words_of(folded.data)).union(parts_of(folded.data))
    for shape in _shapes():
        if not shape.phrase.may_be_in(words):
            continue
        match = shape.phrase.pattern.search(folded.data)
        if match is None:
            continue
        start, end = folded.back(*match.span(1))
        while start < end and not text[start].isalnum():
            start += 1
        around = ((shape.before, thing_before(text, start)), (shape.after, thing_after(text, end)))
        names = {
            name: thing
            for name, thing in around
            if name and thing and not _is_empty(text[thing.start : thing.end], is_request=shape.is_request)
        }
        if len(names) == bool(shape.before) + bool(shape.after):
            first = min([start, *(thing.start for thing in names.values())])
            last = max([end, *(thing.end for thing in names.values())])
            yield Symptom(first, len(text[:last].rstrip(" .,!?;:")), shape.say, names, shape.is_request)


def _is_empty(thing: str, *, is_request: bool) -> bool:
    words = thing.lower().split()
    if words[0] == "any" or (is_request and not _NO_THING.isdisjoint(words)):
        return True
    return all(word in _POINTS for word in words) or (len(words) == 1 and words[0] not in PLAIN and len(thing) < 3)


@cache
def _shapes() -> tuple[_Shape, ...]:
    table = files("calmdesk.drafts.facts").joinpath("symptoms.toml").read_text(encoding="utf-8")
    return tuple(
        _shape(said, entry["say"], is_request=entry.get("kind") == "request")
        for entry in tomllib.loads(table)["symptom"]
        for said in entry["said"]
    )


def _shape(said: str, say: str, *, is_request: bool) -> _Shape:
    parts = _SAID.match(said.strip())
    before = "thing" if parts[1] else ""
    return _Shape(CompiledPhrase(parts[2].strip(), _NO_LISTS), before, parts[4] or "", say, is_request)
