"""What an agent's own conversation needs from them: one thing, and why in a few words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

import msgspec
from msgspec import UNSET

from calmdesk.conversation import Conversation, Status
from calmdesk.guidance import FIRST, Guidance
from calmdesk.playbook import Playbook
from calmdesk.promises import Promise
from calmdesk.reading import Reading
from calmdesk.web.design import clock
from calmdesk.web.design.ledger import STATE_WORDS, state_of
from calmdesk.web.design.next_move import last_spoken, side_of_desk

# Headings in the order of what comes next.
NEEDS = (
    ("now", "Needs you now"),
    ("promise", "A promise is due"),
    ("answer", "They wait for your answer"),
    ("wait", "You wait for them"),
)
PRESSING = frozenset({"due", "after", "ask"})
# Leading back to the issue can wait; a limit to what is aimed at people cannot.
_FIRM_FROM = 3


class Need(msgspec.Struct, frozen=True):
    """`name` is its heading, empty where nothing is left to do; the lowest `order` comes first under it."""

    name: str
    words: str = ""
    quote: str = ""
    order: float = 0.0


def need_of(
    conversation: Conversation,
    reading: Reading,
    playbook: Playbook,
    promises: Iterable[Promise],
    *,
    moment: datetime,
    now: datetime,
    zone: tzinfo = UTC,
) -> Need:
    """The next move before a promise that is due, and both before whose turn it is; who waited longest is first."""
    card = reading.guidance
    if card is not UNSET and card is not None:
        return Need("now", card.title, order=_place(card, playbook))
    due = [promise for promise in promises if state_of(promise, now) in PRESSING]
    if due:
        return _promise_need(min(due, key=_by_time), now, clock.zone_of(conversation, zone))
    last = last_spoken(conversation)
    if last is None or conversation.status in (Status.SOLVED, Status.CLOSED):
        return Need("")
    return Need("wait") if side_of_desk(conversation, last) else Need("answer", order=moment.timestamp())


def _place(card: Guidance, playbook: Playbook) -> int:
    """Where the policy has it, as far as its first lines: danger, a boundary, a safeguard; the rest is one."""
    boundary = playbook.boundaries.get(card.move)
    if card.move in FIRST:
        return FIRST.index(card.move)
    return FIRST.index("boundary") if boundary is not None and boundary.rung >= _FIRM_FROM else len(FIRST)


def _promise_need(promise: Promise, now: datetime, zone: tzinfo) -> Need:
    at = clock.ago(promise.due, now, zone)
    word = STATE_WORDS[state_of(promise, now)]
    quote = " ".join(promise.quote.split())
    return Need("promise", f"{word}, {at.clock}" if at else word, quote, _by_time(promise))


def _by_time(promise: Promise) -> float:
    return promise.due.timestamp() if promise.due is not None else float("inf")
