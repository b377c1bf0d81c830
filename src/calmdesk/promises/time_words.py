"""Finds time words in folded text: by 2:30, within the hour, first thing tomorrow, between 9 and 11, soon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import re2

from calmdesk.promises.clock_words import CLOCK, clock_of, is_plain_number
from calmdesk.promises.day_words import DAY, day_of
from calmdesk.promises.length_words import LENGTH, length_of
from calmdesk.promises.spaced import pattern, start_of
from calmdesk.promises.time_values import Day, DayWord, Part, TimeWords
from calmdesk.promises.zone_words import ZONE

_BEFORE_CLOCK = (
    r"(?:(?:(?:no )?later than|at|by|before|until|untill|till|til|around|about|approximately|approx|circa|between"
    r"|from|after|past)\b\.?)"
)
_BEFORE_DAY = r"(?:(?:no )?later than|by|on|before|until|till|til|for|during|over|from|after)"
_PARTS = {
    Part.FIRST_THING: r"(?:first|1st) thing(?: in the morning)?|at the start of (?:the )?(?:business|day)|when we open",
    Part.CLOSE: (
        r"(?:(?:the )?(?:end|close) of (?:the |our |my |this )?(?:business |working |work )?(?:day|business|play"
        r"|shift|trading|work)|eod|cob|eob|cop|closing time|office hours end|the day is (?:out|over)|day'?s end)"
    ),
    Part.FULL_HOUR: r"(?:on the hour|(?:the )?top of the hour)",
    Part.AFTER_LUNCH: r"(?:after (?:my |the )?lunch)",
    Part.NOON: r"(?:noon|mid-?day|lunch ?-?time|lunch)",
    Part.MIDNIGHT: r"midnight",
    Part.MORNING: r"(?:(?:later )?(?:in |during |over )?(?:the |this )?(?:late |early |mid-?)?morning)",
    Part.AFTERNOON: r"(?:(?:later )?(?:in |during |over )?(?:the |this )?(?:late |early |mid-?)?afternoon|this aft)",
    Part.EVENING: r"(?:(?:later )?(?:in |during )?(?:the |this )?evening)",
    Part.NIGHT: r"(?:tonight|tonite|overnight|(?:during|in) the night)",
}
_VAGUE = (
    r"(?:very soon|soonest|soon|shortly|momentarily|asap|a\.s\.a\.p|as soon as (?:possible|i can|we can|i'm able)"
    r"|as (?:quickly|fast) as (?:possible|i can|we can)|right away|straight ?away|immediately|in no time|at once"
    r"|in (?:just )?(?:an?|1|one) (?:short )?(?:bit|moment|mo|sec|second|minute|min|jiffy|while|little while"
    r"|tick)(?: or (?:two|so))?|in (?:just )?(?:a couple|the coming|the next|a few|some"
    r"|several)(?: of)? (?:moments|secs|seconds|minutes|mins)"
    r"|(?:give|gimme) (?:me |us )?(?:just )?an? (?:moment|mo|sec|second|minute|min|bit|tick)"
    r"|one (?:moment|sec|second)|later on|later|at some point|some ?time|in due course"
    r"|when(?:ever)? (?:i|we) (?:can|have time|get a chance)|at (?:my|our) earliest convenience|before long"
    r"|in the (?:near future|meantime|meanwhile)|eventually)"
)
# What may stand between two time words that belong together: "by the end of the day on Friday, at the latest by 5".
_BETWEEN = re2.compile(
    r"^(?:[\s,(]|\b(?:at|on|by|before|of|in|the|for|from|around|about|between|latest|or|sharp|until|till|time"
    r"|or so|-|no later than|and)\b)*$"
)
# "Between 10 and noon" ends at noon.
_RANGE = re2.compile(r"^\s*(?:-|and|to|until|till)\s*$")
# "Monday or Tuesday" is Tuesday at the latest.
_OR = re2.compile(r"^\s*(?:-|or|and|to)(?: (?:on|by|at))?\s*$")
_ENDS = (Part.NOON, Part.MIDNIGHT, Part.CLOSE)
_CLOCK_FOLLOWS = re2.compile(r"^,?\s*(?:at\s+)?\d")
_LOOK_ON = 24
# After a bare number: what shows that it counts something else.
_COUNTS = re2.compile(
    r"^(?:\s?%|[\d/$€£]|[.:]\d|\.\d|\s?-?\s?(?:min|sec|hour|hr|day|week|wk|month|year|per ?cent|pct\b"
    r"|st\b|nd\b|rd\b|th\b"
    r"|people|users?\b|gb|mb|kb|tb|ms\b|mbit|times?\b|more\b|of\b|x\b|k\b|eur|usd|euro|dollar|pound|other"
    r"|different|new\b|items?|files?|tickets?|machines?|pcs?\b|devices?|step|point|license|licence|seat|working"
    r"|business|calendar|consecutive|attempts?|tries|hosts?|servers?|laptops?|monitors?|floor|years?|degrees"
    r"|and a half|or \d+ (?:min|hour|day)|- ?\d+ ?(?:min|hour|day)))"
)
# After a number that may well count something: what shows that the time ends there.
_MAY_FOLLOW = re2.compile(
    r"^\s*(?:$|[,.;:!?)-]|(?:today|tonight|tomorrow|on|this|in the|at the latest|latest|sharp|and|or|to|with|so"
    r"|but|your|our|my|local|if|when|as|because|the|i|we|next|then|instead|mon|tue|wed|thu|fri|sat|sun|cet|cest"
    r"|utc|gmt|et|est|pt)\b)"
)


def times_in(text: str) -> tuple[TimeWords, ...]:
    """Time words of folded text, in order; words that belong together ("tomorrow", "at 10") are one."""
    found: list[TimeWords] = []
    for words in _atoms(text):
        joined = _join(text, found[-1], words) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(words)
    return tuple(found)


@cache
def _pattern() -> Any:
    parts = "|".join(
        rf"(?P<{part.name}>(?:(?:at|by|before|until|till|for|around|about) )?(?:the )?{words})\b"
        for part, words in _PARTS.items()
    )
    return pattern(
        rf"\b(?:(?P<vague>{_VAGUE})\b|(?P<length>{LENGTH})|(?:{_BEFORE_DAY} )?(?:{DAY})\b|{parts}"
        rf"|(?:(?P<before>{_BEFORE_CLOCK}) ?(?:about |around |roughly |like "
        rf"|latest )?)?(?P<clock>{CLOCK})(?:\s?(?:-|to|and|until|till"
        rf"|or)\s?(?P<until>{CLOCK}))?(?:[,\s]{{0,2}}(?P<zone>{ZONE}))?)"
    )


def _atoms(text: str) -> Iterator[TimeWords]:
    at = 0
    while at <= len(text):
        found = _pattern().search(text, at)
        if found is None:
            return
        words = _words_of(text, found)
        if words is not None:
            yield words
        # A number that is no time may have hidden one that begins inside it ("by 3 in 20 minutes").
        at = max(words.end if words is not None else found.start() + 1, at + 1)


def _words_of(text: str, found: Any) -> TimeWords | None:
    start, end = found.span()
    groups = {name: " ".join(value.split()) for name, value in found.groupdict().items() if value is not None}
    if "length" in groups:
        length = length_of(groups["length"])
        return TimeWords(start, end, length=length) if length else TimeWords(start, end, vague=True)
    if "vague" in groups:
        return TimeWords(start, end, vague=True)
    if "clock" in groups:
        return _clock_words(text, found)
    for part in Part:
        if part.name in groups:
            day = Day(DayWord.TODAY) if "this " in groups[part.name] or groups[part.name].startswith("tonig") else None
            return TimeWords(start, end, part=part, day=day, earliest=part is Part.AFTER_LUNCH)
    named = next(iter(groups))
    led = text[start : start_of(found, named)].strip()
    if not led and _may_be_something_else(named, groups[named], text[end : end + 8]):
        return None
    day = day_of(named, groups[named])
    return TimeWords(start, end, day=day, earliest=led in ("after", "from")) if day else None


def _may_be_something_else(kind: str, words: str, after: str) -> bool:
    """Without "on" or "by": 24/7 is no day, 2.10.26 a version, and the cat sat."""
    if kind == "slashed":
        return len(words.replace(".", "/").rsplit("/", 1)[-1]) < 4
    return words in ("sat", "sun") and not _CLOCK_FOLLOWS.match(after)


def _clock_words(text: str, found: Any) -> TimeWords | None:
    first, second, before = found["clock"], found["until"], found["before"]
    end = found.end()
    if second is not None and not (clock_of(second) and _may_stand_alone(second, "at", text[end : end + _LOOK_ON])):
        # "At 3 and two colleagues": only the first is a time.
        second, end = None, start_of(found, "clock") + len(first)
    clock = clock_of(first)
    if clock is None:
        return None
    if is_plain_number(first) and not (found["zone"] and end == found.end()):
        closed = before is not None if second else _may_stand_alone(first, before, text[end : end + _LOOK_ON])
        if not closed and (second is None or is_plain_number(second)):
            return None
    return TimeWords(
        found.start(),
        end,
        clock=(clock_of(second) if second else None) or clock,
        zone=(found["zone"] or "") if end == found.end() else "",
        earliest=second is None and before in ("after", "from", "past"),
    )


def _may_stand_alone(number: str, before: str | None, after: str) -> bool:
    """Whether a bare number is a time: "at 3", but not "at 3 servers", "about 3 questions", "by one of us"."""
    if before is None:
        return False
    if number[0].isdigit() and before not in ("about", "around", "after", "past", "from"):
        return not _COUNTS.match(after)
    return bool(_MAY_FOLLOW.match(after))


def _join(text: str, left: TimeWords, right: TimeWords) -> TimeWords | None:
    """Both as one, where they stand together and say different things; "later today" is today."""
    if not _BETWEEN.match(text[left.end : right.start]):
        return None
    if left.clock and right.part in _ENDS and _RANGE.match(text[left.end : right.start]):
        return right._replace(start=left.start, day=left.day)
    if left.vague or right.vague:
        exact = right if left.vague else left
        return exact._replace(start=left.start, end=right.end) if not (left.vague and right.vague) else None
    if left.day and right.day and _OR.match(text[left.end : right.start]):
        return right._replace(start=left.start, clock=right.clock or left.clock, part=right.part or left.part)
    if left.length or right.length or (left.day and right.day) or (left.clock and right.clock):
        return None
    if left.part and right.part:
        return None
    return TimeWords(
        left.start,
        right.end,
        day=left.day or right.day,
        clock=left.clock or right.clock,
        part=left.part or right.part,
        zone=left.zone or right.zone,
        earliest=left.earliest or right.earliest,
    )
