"""One message of the thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

import msgspec
from msgspec import UNSET

from calmdesk.conversation import DESK_SIDE, Conduct, Conversation, Message, Role, Stance
from calmdesk.reading.values import MessageReading
from calmdesk.web.design import clock, words
from calmdesk.web.design.cards import SignCard
from calmdesk.web.design.people import PersonView
from calmdesk.web.design.segments import Mark, Run, runs_of
from calmdesk.web.design.tone import Tone, tone_of_stance

_LONG = 2_400
_MANY_LINES = 36


class Placed(msgspec.Struct, frozen=True):
    """A card and where its words are in the message."""

    card: SignCard
    start: int
    end: int


class MessageView(msgspec.Struct, frozen=True):
    """`chips` are signs that no words show; `tone` is how the whole message stands, None where it is calm or not said.

    `judged` is false where a requester's message was not judged, which must never look calm.
    """

    place: int
    person: PersonView
    when: clock.When | None
    new_day: str
    gap: str
    channel: str
    channel_word: str
    runs: tuple[Run, ...]
    chips: tuple[SignCard, ...]
    tone: Tone | None
    conduct_word: str
    judged: bool
    internal: bool
    automatic: bool
    long: bool
    copied: tuple[str, ...]
    cuts_into: int | None
    first_shift: tuple[str, ...]
    loudest: bool
    same_sender: bool

    @property
    def folded(self) -> bool:
        """Automatic messages are folded away, unless something was found in them."""
        return self.automatic and not self.chips and all(not run.keys for run in self.runs)

    @property
    def preview(self) -> str:
        """The beginning of a folded message, on one line."""
        text = " ".join("".join(run.text for run in self.runs)[:400].split())
        return text if len(text) <= 90 else f"{text[:89]}…"


def message_view(
    conversation: Conversation,
    place: int,
    read: MessageReading | None,
    placed: Sequence[Placed],
    people: dict[str, PersonView],
    zone: tzinfo,
    *,
    first_shift: tuple[str, ...] = (),
    loudest: bool = False,
) -> MessageView:
    """The message at `place` (from 1)."""
    message = conversation.messages[place - 1]
    before = conversation.messages[place - 2] if place > 1 else None
    when = clock.when_of(message, zone)
    earlier = clock.when_of(before, zone) if before else None
    channel = conversation.channel_of(message)
    marks = [Mark(item.start, item.end, item.card.key, item.card.tone) for item in placed]
    return MessageView(
        place=place,
        person=people[message.sender],
        when=when,
        new_day=when.day if when and (earlier is None or earlier.day != when.day) else "",
        gap=clock.between(before.sent_at if before else None, message.sent_at),
        channel=channel.value if channel is not conversation.channel else "",
        channel_word=words.CHANNEL[channel],
        runs=runs_of(message.text, marks),
        chips=tuple(item.card for item in placed if item.start >= item.end),
        tone=_tone(read),
        conduct_word=_conduct_word(read),
        judged=_judged(conversation, message, read),
        internal=message.internal,
        automatic=message.automatic or conversation.role_of(message) is Role.SYSTEM,
        long=len(message.text) > _LONG or message.text.count("\n") > _MANY_LINES,
        copied=newly_copied(conversation, place),
        cuts_into=_cuts_into(conversation, message),
        first_shift=first_shift,
        loudest=loudest,
        same_sender=before is not None and before.sender == message.sender and before.internal == message.internal,
    )


def newly_copied(conversation: Conversation, place: int) -> tuple[str, ...]:
    """Who was copied in here for the first time, by name where one is known."""
    earlier = {address for message in conversation.messages[: place - 1] for address in (*message.to, *message.cc)}
    earlier |= {address for message in conversation.messages[: place - 1] for address in _own(conversation, message)}
    message = conversation.messages[place - 1]
    if place == 1:
        return tuple(_name_of(conversation, address) for address in dict.fromkeys(message.cc))
    return tuple(_name_of(conversation, address) for address in dict.fromkeys(message.cc) if address not in earlier)


def _own(conversation: Conversation, message: Message) -> tuple[str, ...]:
    return conversation.participant(message.sender).addresses


def _name_of(conversation: Conversation, address: str) -> str:
    for person in conversation.participants:
        if address == person.id or address in person.addresses:
            return person.name or address
    return address


def _tone(read: MessageReading | None) -> Tone | None:
    if read is None or read.stance is UNSET or read.stance is Stance.CALM:
        return None
    return tone_of_stance(read.stance)


def _conduct_word(read: MessageReading | None) -> str:
    if read is None or read.conduct is UNSET:
        return ""
    return words.CONDUCT[Conduct(read.conduct)]


def _judged(conversation: Conversation, message: Message, read: MessageReading | None) -> bool:
    role = conversation.role_of(message)
    if role in DESK_SIDE or role is Role.SYSTEM or message.internal or message.automatic or not message.text.strip():
        return True
    return read is not None and read.stance is not UNSET


def _cuts_into(conversation: Conversation, message: Message) -> int | None:
    if message.interrupts is None:
        return None
    places = (place for place, other in enumerate(conversation.messages, 1) if other.id == message.interrupts)
    return next(places, None)
