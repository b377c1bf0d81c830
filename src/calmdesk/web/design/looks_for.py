"""What a rule looks for, as sentences: one for each kind of detection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from calmdesk.playbook import Sign, TriggerRule
from calmdesk.playbook import detectors as kinds
from calmdesk.web.design.words import counted


class FormView(msgspec.Struct, frozen=True):
    """Words in one grammatical shape, in the phrase notation, and every rewrite that is offered for them."""

    find: tuple[str, ...]
    say: tuple[str, ...]


class LooksFor(msgspec.Struct, frozen=True):
    """`sentences` for people; `phrases` and `unless` in the phrase notation, where the kind has them."""

    sentences: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    forms: tuple[FormView, ...] = ()


def looks_for(rule: Sign | TriggerRule) -> LooksFor:
    """What this rule looks for, and where."""
    if isinstance(rule, TriggerRule):
        return LooksFor(
            ("An event and its effect on the person, both in the person's own words.",),
            rule.event,
            rule.unless,
            rule.effect,
        )
    detector = rule.detector
    who = {"requester": "In what the requester says.", "agent": "In what the agent says."}.get(
        detector.speaker, "In what anyone says."
    )
    sentence = _SENTENCES.get(type(detector))
    said = [sentence(detector)] if sentence else []
    if isinstance(detector, kinds.Phrases):
        return LooksFor((*said, who, *_phrase_limits(detector)), detector.phrases, detector.unless)
    return LooksFor((*said, who))


_SENTENCES: dict[type, Callable[[Any], str]] = {
    kinds.Phrases: lambda _: "Words and their variants.",
    kinds.Learned: lambda d: f"What the model hears as {d.hears} in words that no phrase names.",
    kinds.Capitals: lambda d: f"Words shouted in capitals, {counted(d.words, 'word')} or more in a row.",
    kinds.Punctuation: lambda d: f"Runs of {d.marks} or more exclamation and question marks.",
    kinds.CurtAnswer: lambda d: (
        f"Answers of at most {counted(d.words, 'word')} where the desk asked something open, "
        f"{counted(d.times, 'time')} in a row."
    ),
    kinds.Shrinking: lambda d: (
        f"Answers that shrink below {d.share:.0%} of this person's own usual length, "
        f"{counted(d.messages, 'message')} in a row."
    ),
    kinds.Repetition: lambda _: "The same complaint again, after the desk answered it.",
    kinds.Chase: lambda d: (
        f"Writing {counted(d.messages, 'time')} before anybody answered, {d.hours:g} hours or more apart."
    ),
    kinds.Sidestep: lambda _: "A question of the desk that the reply does not take up.",
    kinds.Recipients: lambda d: (
        "Newly copied-in leadership." if d.leadership else f"At least {d.anyone_new} newly copied-in people."
    ),
    kinds.Interruption: lambda d: (
        f"Speaking into another's turn by {d.seconds:g} seconds or more, the {d.times}. time or later."
    ),
    kinds.Loudness: lambda d: f"A turn that is {d.rise:g} louder than this person's own usual level.",
    kinds.Pace: lambda d: f"Speech {d.ratio:g} times as fast as this person's own usual pace.",
    kinds.TalkTime: lambda d: f"{d.share:.0%} or more of all talking in the last {d.seconds:g} seconds of a call.",
    kinds.Silence: lambda d: f"A silence of {d.seconds:g} seconds or more before this person answers.",
}


def _phrase_limits(detector: kinds.Phrases) -> tuple[str, ...]:
    limits = []
    if not detector.opening:
        limits.append("Not in the person's first message.")
    if detector.after_desk:
        limits.append("Only once the desk has spoken.")
    if detector.max_words is not None:
        limits.append(f"Only in messages of at most {counted(detector.max_words, 'word')}.")
    if detector.in_quotes:
        limits.append("Also inside quotation marks.")
    return tuple(limits)
