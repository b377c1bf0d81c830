"""Ready words, as frozen values: the next move with what to say, and the rungs of the boundary ladder."""

from __future__ import annotations

from typing import Annotated

import msgspec

from calmdesk.conversation import Channel
from calmdesk.playbook.kinds import Example, Source, Text
from calmdesk.playbook.phrasing import Said

# What ready words may be filled with.
FACTS = ("issue", "name", "time")
Rung = Annotated[int, msgspec.Meta(ge=1, le=5)]


class Say(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    Words an agent can use as they are.

    `channels`: where they fit (empty: everywhere). `situations`: ids of triggers they are for (empty: any).
    `{issue}`, `{name}` and `{time}` are filled from the ticket; where a fact is not known the words are not offered.
    """

    text: Text
    channels: tuple[Channel, ...] = ()
    situations: tuple[str, ...] = ()


class NextMove(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing to do next: what, why, in which words, and what to leave. When it is due is code in `guidance`."""

    id: str = ""
    title: Text
    since: str
    practice: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    why: Text
    source: Source
    say: tuple[Say, ...] = ()
    avoid: tuple[Text, ...] = ()


class Boundary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One rung of the ladder: how it is recognised in the desk's words, and how to say it on each channel (P-6.1)."""

    id: str = ""
    title: Text
    rung: Rung
    since: str
    practice: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    definition: Text
    why_it_matters: Text
    source: Source
    look: Said
    say: Annotated[tuple[Say, ...], msgspec.Meta(min_length=1)]
    match: tuple[Example, ...] = ()
    no_match: tuple[Example, ...] = ()
    known_miss: tuple[Example, ...] = ()
    known_false_alarm: tuple[Example, ...] = ()
