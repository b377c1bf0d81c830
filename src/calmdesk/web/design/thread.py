"""The thread page: one conversation with its reading."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, tzinfo

import msgspec
from msgspec import UNSET

from calmdesk.conversation import Conversation
from calmdesk.playbook import Playbook
from calmdesk.reading.values import Reading
from calmdesk.temperature import FirstShift
from calmdesk.web.design import clock, not_read, words
from calmdesk.web.design.cards import SignCard, card_of
from calmdesk.web.design.look import Look, look_of
from calmdesk.web.design.message import MessageView, Placed, message_view
from calmdesk.web.design.not_read import NotReadLine
from calmdesk.web.design.people import PersonView, people_of
from calmdesk.web.design.tension import TensionLine, loudest_message, tension_line
from calmdesk.web.design.title import title_of


class ShiftLine(msgspec.Struct, frozen=True):
    """The first shift of one person, as a sentence that links to its message."""

    place: int
    clock: str
    person: str
    reason: str
    noticed: int | None


class TriggerLine(msgspec.Struct, frozen=True):
    """What set the conflict off, in the words that show it."""

    word: str
    place: int
    quote: str


class SignGroup(msgspec.Struct, frozen=True):
    """All the places where one rule was seen."""

    title: str
    rule: str
    cards: tuple[SignCard, ...]

    @property
    def first(self) -> SignCard:
        return self.cards[0]


class ThreadView(msgspec.Struct, frozen=True):
    """Everything the thread page shows."""

    id: str
    subject: str
    channel: str
    channel_word: str
    facts: tuple[str, ...]
    language: str
    look: Look
    headline: str
    shifts: tuple[ShiftLine, ...]
    loudest_place: int | None
    triggers: tuple[TriggerLine, ...]
    not_read: tuple[NotReadLine, ...]
    not_in_version: tuple[NotReadLine, ...]
    tension: TensionLine
    messages: tuple[MessageView, ...]
    cards: tuple[SignCard, ...]
    signs: tuple[SignGroup, ...]
    people: tuple[PersonView, ...]

    @property
    def several_people(self) -> bool:
        """Whether a first shift must say whose it is."""
        return sum(person.side == "requester" for person in self.people) > 1


def thread_view(conversation: Conversation, reading: Reading, playbook: Playbook, *, zone: tzinfo = UTC) -> ThreadView:
    """The page of one conversation; times in its own zone, or else in `zone`."""
    zone = clock.zone_of(conversation, zone)
    people = people_of(conversation)
    known = {message.id for message in conversation.messages}
    placed: dict[str, list[Placed]] = defaultdict(list)
    cards: dict[str, SignCard] = {}
    for finding in reading.findings:
        if finding.message in known:
            card = card_of(conversation, finding, playbook)
            cards.setdefault(card.key, card)
            placed[finding.message].append(Placed(card, finding.start, finding.end))
    shifts = _first_shifts(conversation, reading)
    reasons = {shift.message: shift.reasons for shift in shifts}
    loudest = loudest_message(reading)
    said = {message.id: message for message in reading.messages}
    messages = tuple(
        message_view(
            conversation,
            place,
            said.get(message.id),
            placed[message.id],
            people,
            zone,
            first_shift=reasons.get(message.id, ()),
            loudest=message.id == loudest,
        )
        for place, message in enumerate(conversation.messages, 1)
    )
    ordered = tuple(sorted(cards.values(), key=lambda card: card.place))
    look = look_of(reading)
    return ThreadView(
        id=conversation.id,
        subject=title_of(conversation),
        channel=conversation.channel.value,
        channel_word=words.CHANNEL[conversation.channel],
        facts=_facts(conversation, zone),
        language=conversation.language or "",
        look=look,
        headline=_headline(look, ordered, shifts),
        shifts=tuple(_shift_line(conversation, shift, people, zone) for shift in shifts),
        loudest_place=conversation.index(loudest) + 1 if loudest in known and loudest else None,
        triggers=_triggers(conversation, reading, known),
        not_read=not_read.of_conversation(conversation, reading),
        not_in_version=not_read.of_version(reading),
        tension=tension_line(conversation, reading),
        messages=messages,
        cards=ordered,
        signs=_groups(ordered),
        people=tuple(people.values()),
    )


def _first_shifts(conversation: Conversation, reading: Reading) -> tuple[FirstShift, ...]:
    """Each requester's first shift in the order of the thread; one shift per message."""
    several = reading.first_shifts if reading.first_shifts is not UNSET else ()
    earliest = reading.first_shift if reading.first_shift is not UNSET else None
    known = {message.id for message in conversation.messages}
    found = {shift.message: shift for shift in (*several, *((earliest,) if earliest else ()))}
    return tuple(
        sorted(
            (shift for shift in found.values() if shift.message in known),
            key=lambda shift: conversation.index(shift.message),
        )
    )


def _shift_line(
    conversation: Conversation, shift: FirstShift, people: dict[str, PersonView], zone: tzinfo
) -> ShiftLine:
    message = conversation.message(shift.message)
    place = conversation.index(shift.message) + 1
    when = clock.when_of(message, zone)
    known = {other.id for other in conversation.messages}
    noticed = conversation.index(shift.noticed_at) + 1 if shift.noticed_at in known else place
    return ShiftLine(
        place=place,
        clock=when.clock if when else "",
        person=people[message.sender].label,
        reason=words.sentence("; ".join(reason.strip().rstrip(".") for reason in shift.reasons)),
        noticed=noticed if noticed != place else None,
    )


def _triggers(conversation: Conversation, reading: Reading, known: set[str]) -> tuple[TriggerLine, ...]:
    if reading.triggers is UNSET:
        return ()
    return tuple(
        TriggerLine(words.trigger_word(trigger.kind), conversation.index(trigger.message) + 1, _short(trigger.quote))
        for trigger in reading.triggers
        if trigger.message in known
    )


def _short(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= 160 else f"{text[:159]}…"


def _groups(cards: tuple[SignCard, ...]) -> tuple[SignGroup, ...]:
    by_rule: dict[str, list[SignCard]] = defaultdict(list)
    for card in cards:
        by_rule[card.rule].append(card)
    return tuple(SignGroup(found[0].title, rule, tuple(found)) for rule, found in by_rule.items())


def _headline(look: Look, cards: tuple[SignCard, ...], shifts: tuple[FirstShift, ...]) -> str:
    match look:
        case Look.CALM:
            return "Nothing to point at."
        case Look.NOT_JUDGED:
            return "This does not say that it was calm."
        case Look.EARLY:
            return f"{words.counted(len(cards), 'small sign')}, no shift in tone."
        case _:
            pass
    parts = [words.counted(len(cards), "sign")] if cards else []
    at_people = sum(card.tone == "person" for card in cards)
    if at_people:
        parts.append("aimed at a person" if at_people == len(cards) else f"{at_people} of them aimed at a person")
    if not shifts:
        parts.append("no shift from the person's own baseline")
    return f"{', '.join(parts)}." if parts else "The tone shifted."


def _facts(conversation: Conversation, zone: tzinfo) -> tuple[str, ...]:
    opened = conversation.opened_at or next((m.sent_at for m in conversation.messages if m.sent_at), None)
    facts = [words.CHANNEL[conversation.channel]]
    if opened:
        when = clock.instant(opened, zone)
        facts.append(f"{when.day}, {when.clock}")
    if conversation.status:
        facts.append(words.STATUS[conversation.status])
    facts.append(words.counted(len(conversation.messages), "message"))
    facts += [f"team {conversation.team}"] if conversation.team else []
    return tuple(facts)
