"""The common incidents: how each is recognised, and what its next step needs to know (P-7.2)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from calmdesk.drafts.facts.values import FactKind
from calmdesk.signals.compiled import CompiledPhrase, Lists
from calmdesk.signals.fold import fold
from calmdesk.signals.moment import parts_of, words_of


class Need(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    One thing to know, and the one question for it.

    It is known where a fact of the kind `fact` was told, or any of the phrases in `known` stands in their words.
    """

    ask: str
    fact: FactKind | None = None
    known: tuple[str, ...] = ()


class Incident(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`about`: words by which it is recognised; `step`: what is done next; `needs`: what that asks for, in order."""

    id: str = ""
    about: tuple[str, ...]
    step: str
    needs: tuple[Need, ...]


@cache
def incidents() -> tuple[Incident, ...]:
    """In the order in which they are tried."""
    folder = files("calmdesk.drafts.parts").joinpath("incidents")
    found = (path for path in folder.iterdir() if path.name.endswith(".toml"))
    read = (
        msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")) | {"id": path.name[3:-5]}, Incident)
        for path in sorted(found, key=lambda path: path.name)
    )
    return tuple(read)


def incident_of(*told: str) -> Incident | None:
    """The first incident that these words name; the first of several texts that names one decides."""
    return next((one for text in told for one in incidents() if stands_in(text, one.about)), None)


def stands_in(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether any of these phrases stands in a text."""
    data = fold(text).data
    words = frozenset(words_of(data)).union(parts_of(data))
    return any(
        phrase.may_be_in(words) and phrase.pattern.search(data) is not None for phrase in map(_compiled, phrases)
    )


@cache
def _compiled(phrase: str) -> CompiledPhrase:
    return CompiledPhrase(phrase, Lists({}))
