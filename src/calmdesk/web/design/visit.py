"""The page of one visit to the counter: the card, and the latest of what was noted."""

from __future__ import annotations

from datetime import UTC, tzinfo

import msgspec

from calmdesk.conversation import Conversation, Message
from calmdesk.playbook import Playbook
from calmdesk.reading import Reading
from calmdesk.web.design import clock
from calmdesk.web.design.counter import LABELS, CounterCard, Tap, counter_card, taps_of

_LATEST = 4
TAP_CHOICES = tuple((tap.value, label) for tap, label in LABELS.items())


class Noted(msgspec.Struct, frozen=True):
    """One line of what was noted: a tap, or words of the person (`said`)."""

    clock: str
    text: str
    said: bool


class VisitView(msgspec.Struct, frozen=True):
    """`person` may be empty; `latest` is newest first, `more` says how many lines are not shown."""

    subject: str
    person: str
    card: CounterCard
    latest: tuple[Noted, ...]
    more: int
    solved: bool


def visit_view(conversation: Conversation, reading: Reading, playbook: Playbook, *, zone: tzinfo = UTC) -> VisitView:
    """The page after everything that was noted so far."""
    taps = taps_of(conversation)
    newest = conversation.messages[: -_LATEST - 1 : -1]
    return VisitView(
        subject=conversation.subject or "",
        person=next((one.name or "" for one in conversation.participants), ""),
        card=counter_card(taps, conversation, reading, playbook),
        latest=tuple(_noted(message, zone) for message in newest),
        more=max(0, len(conversation.messages) - _LATEST),
        solved=Tap.SOLVED in taps,
    )


def _noted(message: Message, zone: tzinfo) -> Noted:
    when = clock.instant(message.sent_at, zone).clock if message.sent_at else ""
    return Noted(when, message.text, said=not message.internal)
