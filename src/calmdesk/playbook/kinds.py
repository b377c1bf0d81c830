"""What a playbook holds, as frozen values. One file in the folder is one of these; the file name is the id."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from calmdesk.conversation import Channel, Conduct, Stage, Stance
from calmdesk.playbook.detectors import Detector


class Status(StrEnum):
    """`trial` rules are new; `settled` ones have shown their precision on words their author did not write."""

    TRIAL = "trial"
    SETTLED = "settled"


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the rule comes from: an id in sources.toml, and a section there."""

    document: str
    section: str


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A small dialogue. `[[…]]` marks the words that must be found, `!` before a speaker a finding without words."""

    dialogue: str
    because: str = ""
    channel: Channel = Channel.CHAT
    leadership: tuple[str, ...] = ()


Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Text = Annotated[str, msgspec.Meta(min_length=3)]


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    One early warning sign: what it is, why it matters, when it is harmless, what helps, where it is from, proof.

    `heat` (0 to 1) is how much one occurrence warms the conversation; `stance` and `conduct` are what it says of
    the message it stands in; `channels` limits where it is looked for (empty: everywhere).
    """

    id: str = ""
    title: Text
    stage: Stage
    status: Status = Status.TRIAL
    since: str
    practice: tuple[str, ...]
    channels: tuple[Channel, ...] = ()
    stance: Stance
    conduct: Conduct = Conduct.NONE
    heat: Share
    definition: Text
    why_it_matters: Text
    often_innocent_when: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    what_helps: Text
    source: Source
    detector: Detector
    match: tuple[Example, ...] = ()
    no_match: tuple[Example, ...] = ()
    known_miss: tuple[Example, ...] = ()
    known_false_alarm: tuple[Example, ...] = ()


class TriggerRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What sets a conflict off: an event and its effect on the person; both must be in the person's words (P-1.1)."""

    id: str = ""
    title: Text
    since: str
    practice: tuple[str, ...]
    definition: Text
    why_it_matters: Text
    often_innocent_when: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    source: Source
    event: tuple[str, ...]
    effect: tuple[str, ...]
    unless: tuple[str, ...] = ()
    match: tuple[Example, ...] = ()
    no_match: tuple[Example, ...] = ()
    known_miss: tuple[Example, ...] = ()
    known_false_alarm: tuple[Example, ...] = ()


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that phrases name with `@`; `disguised` ones are also found behind stars, digits and spaces."""

    id: str = ""
    definition: Text
    disguised: bool = False
    entries: tuple[str, ...]


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A cited document: its title, where it is found, and the sections that rules may cite."""

    title: str
    where: str
    sections: tuple[str, ...]


Kind = Literal["signs", "triggers", "words", "phrasing", "moves", "next_moves", "boundaries"]
