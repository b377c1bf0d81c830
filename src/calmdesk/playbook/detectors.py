"""
The closed list of detection kinds, as the settings a sign file gives them.

How each kind looks is code in `signals/detectors/<kind>.py`; what it looks for is here, in the sign's own file.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Speaker = Literal["requester", "agent", "anyone"]
Count = Annotated[int, msgspec.Meta(ge=1)]
Positive = Annotated[float, msgspec.Meta(gt=0)]


class _Detector(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    speaker: Speaker = "requester"


class Phrases(_Detector, frozen=True, tag="phrases"):
    """
    Words and their variants, in the phrase notation.

    `unless`: phrases that, in the same sentence, make it harmless. `negation`: a "not" shortly before makes it
    harmless. `opening`: may the first message of that person show it. `after_desk`: only once the desk has spoken.
    `max_words`: only in messages this short. `in_quotes`: also inside quotation marks.
    """

    phrases: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    unless: tuple[str, ...] = ()
    negation: bool = True
    opening: bool = True
    after_desk: bool = False
    max_words: Count | None = None
    in_quotes: bool = False


class Capitals(_Detector, frozen=True, tag="capitals"):
    """Words shouted in capitals: a run of `words` of them, or one word among `emphatic` (a word list)."""

    words: Count = 3
    emphatic: str = ""


class Punctuation(_Detector, frozen=True, tag="punctuation"):
    """Runs of exclamation and question marks, `marks` or longer."""

    marks: Count = 3


class CurtAnswer(_Detector, frozen=True, tag="curt_answer"):
    """At most `words` words where the desk asked something open; `times` answers in a row."""

    words: Count = 2
    times: Count = 2


class Shrinking(_Detector, frozen=True, tag="shrinking"):
    """Answers that shrink to `share` of the person's own usual length, over `messages` messages in a row."""

    share: Positive = 0.25
    messages: Count = 2
    at_least_before: Count = 12


class Repetition(_Detector, frozen=True, tag="repetition"):
    """The same complaint again: `similarity` (0 to 100) with an own earlier message, after the desk answered it."""

    similarity: Annotated[float, msgspec.Meta(ge=0, le=100)] = 80
    words: Count = 5


class Chase(_Detector, frozen=True, tag="chase"):
    """Writing again before anybody answered: `messages` in a row, the last at least `hours` after the first."""

    messages: Count = 2
    hours: Annotated[float, msgspec.Meta(ge=0)] = 4


class Sidestep(_Detector, frozen=True, tag="sidestep"):
    """The desk asked; the reply takes up none of the question's words and asks or complains instead."""

    words: Count = 6


class Recipients(_Detector, frozen=True, tag="recipients"):
    """People newly copied in: those the desk marked as leadership, or `anyone_new` of at least that many."""

    leadership: bool = True
    anyone_new: Annotated[int, msgspec.Meta(ge=0)] = 0


class Interruption(_Detector, frozen=True, tag="interruption"):
    """Speaking into another's turn by `seconds` or more, for the `times`-th time."""

    seconds: Positive = 0.7
    words: Count = 3
    times: Count = 2


class Loudness(_Detector, frozen=True, tag="loudness"):
    """Louder than the person's own usual level by `rise` (the unit the recording uses) in a whole turn."""

    rise: Positive = 6.0
    turns_before: Count = 3


class Pace(_Detector, frozen=True, tag="pace"):
    """Faster than the person's own usual pace by `ratio`, in turns of `words` words or more."""

    ratio: Positive = 1.4
    words: Count = 8
    turns_before: Count = 3


class TalkTime(_Detector, frozen=True, tag="talk_time"):
    """Holding the floor: `share` (0 to 1) of all talking in the last `seconds` of a call."""

    share: Annotated[float, msgspec.Meta(gt=0, le=1)] = 0.95
    seconds: Positive = 90.0


class Silence(_Detector, frozen=True, tag="silence"):
    """`seconds` of silence on a call before this person answers."""

    seconds: Positive = 8.0


class Learned(_Detector, frozen=True, tag="learned"):
    """What the model hears in words that no phrase names; told only with the words that weighed most."""

    hears: Literal["upset", "hostile"]


Detector = (
    Phrases
    | Capitals
    | Punctuation
    | CurtAnswer
    | Shrinking
    | Repetition
    | Chase
    | Sidestep
    | Recipients
    | Interruption
    | Loudness
    | Pace
    | TalkTime
    | Silence
    | Learned
)
