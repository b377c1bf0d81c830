"""What the agent's own words hold, as frozen values: phrases that heat a conversation, and moves that cool it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from calmdesk.conversation import Channel
from calmdesk.playbook.kinds import Example, Source, Status, Text

Count = Annotated[int, msgspec.Meta(ge=1)]
Share = Annotated[float, msgspec.Meta(gt=0, le=1)]


class Family(StrEnum):
    """What a phrasing does to the person who reads it."""

    BLAME = "blame"
    COMMAND = "command"
    DISMISSAL = "dismissal"
    POLICY_WALL = "policy_wall"
    DEFENSIVENESS = "defensiveness"
    CONDESCENSION = "condescension"
    CALMING_DOWN = "calming_down"
    FALSE_EMPATHY = "false_empathy"
    OVER_APOLOGY = "over_apology"
    PREMATURE_FAULT = "premature_fault"
    OVER_PROMISING = "over_promising"
    ABSOLUTES = "absolutes"
    SARCASM = "sarcasm"
    MIRRORED_HEAT = "mirrored_heat"
    ROBOTIC = "robotic"
    NEGATIVE_WORDING = "negative_wording"
    VAGUENESS = "vagueness"
    INTERROGATION = "interrogation"
    LAYOUT = "layout"
    JARGON = "jargon"
    BYPASS = "bypass"
    COLLEAGUES = "colleagues"


class Severity(StrEnum):
    """`warn`: likely to make it worse; `hint`: there is a better way to say it."""

    HINT = "hint"
    WARN = "warn"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


# Only then is a phrasing looked for: the person is tense; leadership is copied in; the cause is not known yet.
When = Literal["tense", "leadership"]


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    Words in one grammatical shape, and what fits in their place.

    `find`: phrases in the notation of `phrase.py`; `{name}` in them takes one word along, `{name~3}` up to three.
    `say`: rewrites of exactly the words found, with the same `{name}`s; lower case unless a word needs a capital.
    `sentence`: the rewrites stand for the whole sentence, which is then what is underlined.
    `clause`: each rewrite is a clause of its own, and is offered only where the words found are one too.
    """

    find: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    say: tuple[str, ...] = ()
    sentence: bool = False
    clause: bool = False


class _Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    pass


class Wording(_Look, frozen=True, tag="wording"):
    """
    Words, form by form. `unless`: phrases that make it harmless in the same sentence; `negation`: so does a "not".

    `in_steps`: also looked for in numbered or bulleted lines. `unless_they_said`: not where the person used the
    found words themselves, as with jargon.
    """

    forms: Annotated[tuple[Form, ...], msgspec.Meta(min_length=1)]
    unless: tuple[str, ...] = ()
    negation: bool = False
    in_steps: bool = False
    unless_they_said: bool = False


class Questions(_Look, frozen=True, tag="questions"):
    """More than `most` questions in one message."""

    most: Count = 2


class Apologies(_Look, frozen=True, tag="apologies"):
    """More than `most` apologies in one message."""

    most: Count = 1


class AskedAgain(_Look, frozen=True, tag="asked_again"):
    """A question whose answer the person has already given: `asks` in the draft, `given` in their own words."""

    asks: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    given: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class Echo(_Look, frozen=True, tag="echo"):
    """A restatement that repeats `share` or more of their words in their order: that is no restatement."""

    share: Share = 0.6
    words: Count = 8


class Shouting(_Look, frozen=True, tag="shouting"):
    """Words in capitals, or runs of `marks` and more exclamation and question marks."""

    marks: Count = 2


class WallOfText(_Look, frozen=True, tag="wall_of_text"):
    """A paragraph of more than `words` words."""

    words: Count = 110


class LongSentence(_Look, frozen=True, tag="long_sentence"):
    """A sentence of more than `words` words."""

    words: Count = 38


class StepsInProse(_Look, frozen=True, tag="steps_in_prose"):
    """`steps` or more things to do one after the other in a paragraph, where a list would be clearer."""

    steps: Count = 3


class Subject(_Look, frozen=True, tag="subject"):
    """The mail's subject is empty, or one of those that name nothing, whatever stands before it ("Re:")."""

    vague: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


Look = (
    Subject | Wording | Questions | Apologies | AskedAgain | Echo | Shouting | WallOfText | LongSentence | StepsInProse
)


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    A draft and what becomes of it. `[[…]]` in `before` marks the words that must be found.

    `after` is the draft with the first rewrite in place of each marked finding; left out where there is none to offer.
    `said` is the conversation before it, in the notation of `examples.py`, and `subject` its subject. An empty mark,
    `[[]]`, at the beginning expects a finding about the draft as a whole.
    """

    before: Text
    after: str = ""
    because: str = ""
    said: str = ""
    subject: str | None = None
    channel: Channel = Channel.CHAT
    leadership: tuple[str, ...] = ()
    internal: bool = False


class Phrasing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """
    One way of writing that heats a conversation: what it is, why, when it is fine, what to say, proof.

    `internal` drafts (notes, mails between colleagues) are looked at only by phrasings with `colleagues` (P-11.6);
    `requesters` says whether replies to requesters are.
    """

    id: str = ""
    title: Text
    family: Family
    severity: Severity
    status: Status = Status.TRIAL
    since: str
    practice: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    channels: tuple[Channel, ...] = ()
    requesters: bool = True
    colleagues: bool = False
    when: tuple[When, ...] = ()
    why: Text
    often_fine_when: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    source: Source
    look: Look
    match: tuple[Pair, ...] = ()
    no_match: tuple[Pair, ...] = ()
    known_miss: tuple[Pair, ...] = ()
    known_false_alarm: tuple[Pair, ...] = ()


class Said(_Look, frozen=True, tag="said"):
    """Phrases that make the move; `unless` in the same sentence, or a "not" before them, they do not."""

    phrases: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    unless: tuple[str, ...] = ()
    negation: bool = True


class InOtherWords(_Look, frozen=True, tag="in_other_words"):
    """
    A sentence that takes up what the person told in the agent's own words.

    It shares `least` or more of their telling words, or fewer after one of the `openings`, and is no echo.
    """

    openings: tuple[str, ...] = ()
    least: Count = 3
    echo: Share = 0.6


class Asks(_Look, frozen=True, tag="asks"):
    """From `least` to `most` questions in the message."""

    least: Count = 1
    most: Count = 1


MoveLook = Said | InOtherWords | Asks


class Move(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an agent's words do, sent or drafted: acknowledge, restate, ask, give a time, set a limit."""

    id: str = ""
    title: Text
    status: Status = Status.TRIAL
    since: str
    practice: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    definition: Text
    why_it_matters: Text
    source: Source
    look: MoveLook
    match: tuple[Example, ...] = ()
    no_match: tuple[Example, ...] = ()
    known_miss: tuple[Example, ...] = ()
    known_false_alarm: tuple[Example, ...] = ()
