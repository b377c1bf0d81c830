"""The inbox: conversations by what needs a look. It never says anything about how somebody works or is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

import msgspec
from msgspec import UNSET

from calmdesk.conversation import Channel, Conversation, Finding, Role
from calmdesk.playbook import Playbook
from calmdesk.reading.values import Reading
from calmdesk.web.design import clock, words
from calmdesk.web.design.look import Look, look_of
from calmdesk.web.design.needs import Need
from calmdesk.web.design.spark import Spark, spark_of
from calmdesk.web.design.title import title_of
from calmdesk.web.design.tone import Tone, tone_of


class InboxRow(msgspec.Struct, frozen=True, kw_only=True):
    """One conversation. `sign_quote`: the words of its strongest sign; `shift_place`: where the tone first shifted;
    `need`: what it asks of the agent whose own it is.
    """

    id: str
    subject: str
    channel: str
    channel_word: str
    requester: str
    team: str
    assignee: str
    messages: int
    when: clock.When | None
    moment: datetime
    look: Look
    spark: Spark
    shift_place: int | None
    shift_clock: str
    sign_title: str
    sign_quote: str
    sign_tone: Tone | None
    need: Need | None = None


class InboxGroup(msgspec.Struct, frozen=True):
    """Rows under one heading."""

    name: str
    title: str
    rows: tuple[InboxRow, ...]


_GROUPS = (
    ("look", "Needs a look", (Look.CONDUCT, Look.RISING)),
    ("shifted", "The tone shifted", (Look.SHIFTED,)),
    ("early", "Small signs", (Look.EARLY,)),
    ("not_judged", "Not judged", (Look.NOT_JUDGED,)),
    ("calm", "No signs found", (Look.CALM,)),
)
LOOK_CHOICES = tuple((name, title) for name, title, _ in _GROUPS)
CHANNEL_CHOICES = tuple((channel.value, words.CHANNEL[channel]) for channel in Channel)


def inbox_row(
    conversation: Conversation,
    reading: Reading,
    playbook: Playbook,
    *,
    slug: str,
    moment: datetime,
    now: datetime,
    zone: tzinfo = UTC,
    team: str = "",
    assignee: str = "",
    need: Need | None = None,
) -> InboxRow:
    """The row of one conversation; `slug` is its name in addresses, `moment` its latest activity."""
    own_zone = clock.zone_of(conversation, zone)
    strongest = strongest_finding(reading, playbook)
    sign = playbook.signs.get(strongest.rule) if strongest else None
    shift = reading.first_shift if reading.first_shift is not UNSET else None
    places = {message.id: place for place, message in enumerate(conversation.messages, 1)}
    shift_place = places.get(shift.message) if shift else None
    shift_when = clock.when_of(conversation.messages[shift_place - 1], own_zone) if shift_place else None
    return InboxRow(
        id=slug,
        subject=title_of(conversation),
        channel=conversation.channel.value,
        channel_word=words.CHANNEL[conversation.channel],
        requester=_requester(conversation),
        team=team,
        assignee=assignee,
        messages=len(conversation.messages),
        when=clock.ago(moment, now, zone),
        moment=moment,
        look=look_of(reading),
        spark=spark_of(reading),
        shift_place=shift_place,
        shift_clock=shift_when.clock if shift_when else "",
        sign_title=(sign.title if sign else strongest.rule.replace("_", " ").capitalize()) if strongest else "",
        sign_quote=_short(strongest.quote) if strongest else "",
        sign_tone=tone_of(strongest, playbook) if strongest else None,
        need=need,
    )


def grouped(rows: Iterable[InboxRow], only: str = "") -> tuple[InboxGroup, ...]:
    """Rows under their headings, empty headings left out; `only` keeps one heading."""
    latest_first = sorted(rows, key=lambda row: row.moment, reverse=True)
    groups = (
        InboxGroup(name, title, tuple(row for row in latest_first if row.look in looks))
        for name, title, looks in _GROUPS
        if not only or name == only
    )
    return tuple(group for group in groups if group.rows)


def strongest_finding(reading: Reading, playbook: Playbook) -> Finding | None:
    """The sign to name first: the furthest stage, then the one aimed at a person, then the latest."""
    order = {message.id: place for place, message in enumerate(reading.messages)}
    return max(
        reading.findings,
        key=lambda finding: (
            finding.stage.rank,
            tone_of(finding, playbook).rank,
            bool(finding.quote),
            order.get(finding.message, -1),
        ),
        default=None,
    )


def _requester(conversation: Conversation) -> str:
    asking = [person for person in conversation.participants if person.role is Role.REQUESTER]
    if not asking:
        return "nobody known"
    first = asking[0]
    label = first.name or (first.addresses[0] if first.addresses else first.id)
    return label if len(asking) == 1 else f"{label} and {len(asking) - 1} more"


def _short(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= 90 else f"{text[:89]}…"
