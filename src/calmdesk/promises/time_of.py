"""Which of the time words in a sentence say when its promise is due."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from calmdesk.promises.opening import Opening
from calmdesk.promises.spaced import pattern
from calmdesk.promises.things import Thing
from calmdesk.promises.time_values import TimeWords

# Words that no log line or meeting is dated with.
_TOLD = frozenset({"what", "why", "who", "which", "where", "how", "whether"})
_ALWAYS_DUE = ("by ", "before ", "within ", "tomorrow", "end of ")


def time_of(
    text: str, opening: Opening, thing: Thing, times: Sequence[TimeWords], limit: int, *, verb: int
) -> TimeWords | None:
    """The time words between the verb and the next clause, or those that lead in: "Tomorrow I will call you".

    `verb` is where the words of `thing` end: "find out why it locked and call you by noon" has its time behind "call".
    """
    barrier = _patterns()["barrier"].search(text[:limit], verb)
    until = barrier.start() if barrier else limit
    after = next(
        (
            time
            for time in times
            if opening.start <= time.start < until and time.end > opening.end and _may_be_due(text, thing, time)
        ),
        None,
    )
    if after is None and barrier and barrier[0].strip() in _TOLD:
        # "I'll send you what went wrong by noon": what is told may be long, and its time stands at the end.
        rest = (time for time in times if time.start >= until and time.end <= limit)
        after = next((time for time in rest if text[time.start :].startswith("by ")), None)
    before = next((time for time in times if _leads_in(text, time, opening)), None)
    if after is None or before is None:
        return after or before
    return _both(before, after)


def _both(before: TimeWords, after: TimeWords) -> TimeWords:
    """The day may stand before, the clock time after: "Tomorrow I will call you at 10"."""
    if after.day is None and before.day is not None and not (after.length or after.vague):
        return after._replace(day=before.day, part=after.part or before.part, start=before.start)
    return before if after.vague else after


def _leads_in(text: str, time: TimeWords, opening: Opening) -> bool:
    if opening.start <= time.start and time.end < opening.end:
        return True
    between, preceding = text[time.end : opening.start], text[: time.start]
    return (
        time.end <= opening.start
        and bool(_patterns()["leads"].match(between))
        and not _patterns()["past"].search(preceding)
    )


def _may_be_due(text: str, thing: Thing, time: TimeWords) -> bool:
    """Not the time of something else: the meeting at 3, the log from 9:30, last Monday, today's backup."""
    words, preceding = text[time.start : time.end], text[: time.start]
    if _patterns()["past"].search(preceding) or text[time.end :].startswith("'s"):
        return False
    if thing.what in ("visit", "call") or words.startswith(_ALWAYS_DUE):
        return True
    if words.startswith("from ") or _patterns()["event"].search(preceding):
        return False
    # "I will look at the log at 4" names when; in "I will send you the log at 4" the log may be the one of 4 o'clock.
    return not _patterns()["record"].search(preceding) or bool(_patterns()["looked_at"].search(preceding))


@cache
def _patterns() -> dict[str, Any]:
    return {
        "barrier": pattern(
            r";| (?:why|what|who|which|where|how|since|because|when|whenever|if|unless|but|whether|once|after you"
            r"|after the|so you|so that|in case|in the meantime|please|could you|can you)\b"
        ),
        "leads": pattern(r"^(?:[\s,:-]|\b(?:at the latest|the latest|latest|then|or so|sharp|and)\b)*$"),
        "past": pattern(r"\b(?:last|past|previous|since|each|ago|yesterday|earlier|was|were|did|had|been|until) ?$"),
        "record": pattern(r"\b(?:error|failure|incident|log|screenshot|entry|crash)s? ?$"),
        "looked_at": pattern(
            r"\b(?:look at|look into|look through|check|read|go through|review|pull|open|collect)"
            r"(?: the| your| this| that| these| those)?(?: \w+)? ?\w+ ?$"
        ),
        "event": pattern(
            r"\b(?:meeting|appointment|session|maintenance|window|outage|downtime|reboot|restart|webinar|training"
            r"|slot|booking|shift|backup|job|event|call"
            r"|invite|invitation|demo|deadline|opens|starts|ends|begins|closes)s? ?(?:scheduled |planned |booked "
            r"|set )?(?:for |on |at )?$"
        ),
    }
