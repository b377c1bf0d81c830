"""The boundary ladder beside a thread: what was said and when, what is due, and whether policy lets the contact end."""

from __future__ import annotations

from datetime import datetime, tzinfo

import msgspec
from msgspec import UNSET

from calmdesk.conversation import Conversation
from calmdesk.escalation import Used
from calmdesk.playbook import Playbook
from calmdesk.reading import Reading
from calmdesk.web.design import clock, words

RUNGS = 5


class SaidLine(msgspec.Struct, frozen=True):
    """A boundary that was said: `place` in this thread, or 0 and `where` in another contact."""

    rung: int
    title: str
    quote: str
    place: int
    where: str
    when: str


class LadderView(msgspec.Struct, frozen=True):
    """`due` is the title of what should be said now; `may_end` why policy lets the agent end the contact."""

    rung: int
    said: tuple[SaidLine, ...]
    due: str
    why: str
    overdue: bool
    may_end: str


def ladder_view(
    conversation: Conversation, reading: Reading, playbook: Playbook, *, now: datetime, zone: tzinfo
) -> LadderView | None:
    """The ladder, or None where nobody has set a limit and none is due."""
    ladder = reading.ladder
    if ladder is UNSET or not (ladder.used or ladder.due or ladder.may_end):
        return None
    zone = clock.zone_of(conversation, zone)
    places = {message.id: place for place, message in enumerate(conversation.messages, 1)}
    return LadderView(
        rung=ladder.rung,
        said=tuple(_line(one, conversation, playbook, places, now, zone) for one in ladder.used),
        due=_title(ladder.due.boundary, playbook) if ladder.due else "",
        why=ladder.due.why if ladder.due else "",
        overdue=ladder.due.overdue if ladder.due else False,
        may_end=ladder.may_end or "",
    )


def _line(
    used: Used, conversation: Conversation, playbook: Playbook, places: dict[str, int], now: datetime, zone: tzinfo
) -> SaidLine:
    is_here = used.conversation == conversation.id
    when = clock.ago(used.at, now, zone)
    return SaidLine(
        rung=used.rung,
        title=_title(used.boundary, playbook),
        quote=used.quote,
        place=places.get(used.message, 0) if is_here else 0,
        where="" if is_here else f"another contact, {words.CHANNEL[used.channel].lower()}",
        when=when.clock if when else "",
    )


def _title(boundary: str, playbook: Playbook) -> str:
    known = playbook.boundaries.get(boundary)
    return known.title if known else boundary.replace("_", " ")
