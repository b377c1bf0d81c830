"""Warns where the desk waits for somebody else, named no time, and the requester has not heard for too long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import msgspec

from calmdesk.conversation import Conversation, Instant, Message, Status
from calmdesk.promises.hours import Hours, worked_between
from calmdesk.promises.ledger import ledger, speaks_for_desk
from calmdesk.promises.local import zone_named
from calmdesk.promises.spaced import pattern, start_of
from calmdesk.promises.speech import speech_of
from calmdesk.promises.substance import Substance, substance_of
from calmdesk.promises.values import State

HOURS_OF_SILENCE = 4.0


class LeftWaiting(msgspec.Struct, frozen=True, kw_only=True):
    """
    The requester waits and nobody has told them until when.

    `message`, `start`, `end` and `quote` are the words in which the desk said whom it waits for, `on` is that party;
    `since` is when the requester last heard from the desk, `hours` the working hours since then.
    """

    message: str
    start: int
    end: int
    quote: str
    on: str
    since: Instant
    hours: float

    def __repr__(self) -> str:
        """Say where, never the words."""
        return f"LeftWaiting(message={self.message!r}, start={self.start}, end={self.end}, hours={self.hours})"


def silence_due(
    conversation: Conversation, *, now: datetime, hours: Hours | None = None, after: float = HOURS_OF_SILENCE
) -> LeftWaiting | None:
    """A warning once the requester has heard nothing for `after` working hours; None while a promised time is ahead."""
    hours = hours or Hours()
    if conversation.status in (Status.SOLVED, Status.CLOSED):
        return None
    heard = [
        message
        for message in conversation.messages
        if speaks_for_desk(conversation, message) and message.sent_at is not None and message.sent_at <= now
    ]
    waiting = _last_wait(conversation, heard)
    if waiting is None:
        return None
    message, start, end, on = waiting
    since = max(message.sent_at for message in heard if message.sent_at is not None)
    if _time_is_named(conversation, since, now, hours):
        return None
    worked = worked_between(hours, zone_named(conversation.timezone) or UTC, since, now)
    if worked < timedelta(hours=after):
        return None
    return LeftWaiting(
        message=message.id,
        start=start,
        end=end,
        quote=message.text[start:end],
        on=on,
        since=since,
        hours=round(worked.total_seconds() / 3600, 1),
    )


def _time_is_named(conversation: Conversation, since: datetime, now: datetime, hours: Hours) -> bool:
    """Whether a time after the last word is promised. Once it has passed it is a broken promise, not a silence."""
    return any(
        promise.due is not None and promise.due > since and promise.state in (State.OPEN, State.BROKEN)
        for promise in ledger(conversation, now=now, hours=hours)
    )


def _last_wait(conversation: Conversation, heard: list[Message]) -> tuple[Message, int, int, str] | None:
    """The last words that say whom the desk waits for, unless a result came after them."""
    for message in reversed(heard):
        found = waits_on(message.text)
        if found is not None:
            return (message, *found)
        if substance_of(conversation, message) & Substance.DONE:
            return None
    return None


def waits_on(text: str) -> tuple[int, int, str] | None:
    """The place of the words that say whom the desk waits for, and that party in the message's own words."""
    speech = speech_of(text)
    for sentence in speech.sentences:
        found = None if sentence.asks else _pattern().search(sentence.text)
        if found:
            group = "who" if found["who"] else "them"
            start = start_of(found, group)
            place = speech.back(sentence.start + found.start(), sentence.start + found.end())
            party = speech.back(sentence.start + start, sentence.start + start + len(found[group]))
            return (*place, " ".join(text[party[0] : party[1]].split()))
    return None


@cache
def _pattern() -> Any:
    party = (
        r"(?:(?:the|our|their|your|an?|another|some)(?: [a-z0-9'&/-]+){0,3}? (?:team|vendor|supplier|manufacturer"
        r"|provider|carrier|partner|developers?|engineers?|department|colleagues?|group|support|contractor|office"
        r"|desk|admins?|people|bank|third party|line)|the (?:vendor|supplier|manufacturer|provider|carrier"
        r"|developers?|other team|isp|courier)|second[- ]line(?: support)?|third[- ]line(?: support)?"
        r"|(?:networking|networks?|facilities|procurement|security|hr|finance|infrastructure|microsoft|google"
        r"|apple|dell|hp|lenovo|cisco|oracle|sap|adobe|vmware)(?: (?:team|support))?)"
    )
    return pattern(
        r"\b(?:(?:waiting|wait|waits) (?:for|on|to hear (?:back )?from)(?: (?:a |an |the |some )?(?:reply|answer"
        r"|response|news|feedback|confirmation|word|part|parts|update|fix|approval) from)?"
        r"|(?:is|are|sits|lies|remains|it's|that's|this is|now|currently|pending|still|rests) (?:now |currently "
        r"|still |pending )*(?:with|at)|(?:escalated|passed|handed|forwarded|assigned|raised|transferred|reported"
        r"|sent|moved|routed|referred)(?: (?:it|this|that|your (?:ticket|case|request|issue)"
        r"|the (?:ticket|case|issue|matter|request)))?(?: on)?(?: over)? (?:to|with)"
        r"|(?:asked|contacted|chased|chasing|involved|called|emailed|pinged|opened a (?:case|ticket) with"
        rf"|raised a (?:case|ticket) with|logged a (?:case|ticket|call) with)) (?P<who>{party})\b"
        rf"|\b(?P<them>{party}) (?:is|are) (?:now |still |currently )*(?:looking|working|investigating|checking"
        r"|on it|handling|dealing)"
    )
