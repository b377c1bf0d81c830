"""What a draft answers: the little of a conversation that decides how it is checked."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from calmdesk.conversation import Channel, Conversation, Stance
from calmdesk.moves import own_text
from calmdesk.signals import Moment, Scanned
from calmdesk.temperature import Temperature

# From here on the person is met as tense, also where their last words were mild.
_TENSE_FROM = 0.35
# A moment remembers all before it; a thread of thousands is not kept in memory for one draft.
_REMEMBERED = 300
# From so many words on, since the desk last spoke, a person wants to see what of it arrived.
_TOLD_MUCH = 100
# Signs of somebody who was not heard the first time.
_NOT_HEARD = frozenset(
    {
        "repeats_the_complaint",
        "says_as_i_said",
        "says_it_again",
        "says_they_are_misunderstood",
        "says_they_feel_ignored",
    }
)


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """
    `conversation` is what came before the draft, `last` its newest moment, which remembers what was worked out of the
    messages, so that somebody who types is answered without reading them again.

    `tense` is whether the person is upset or hostile now, `unheard` whether they told a lot since the desk last spoke,
    or say that it did not arrive.

    `leadership` is whether somebody in a leading position reads along; `internal` whether colleagues are written to.
    """

    channel: Channel = Channel.CHAT
    conversation: Conversation | None = None
    last: Moment | None = None
    tense: bool = False
    unheard: bool = False
    leadership: bool = False
    internal: bool = False

    def __repr__(self) -> str:
        return f"Situation(channel={self.channel.value!r}, tense={self.tense})"


def situation_of(
    conversation: Conversation,
    scanned: Sequence[Scanned] = (),
    heats: Sequence[Temperature] = (),
    *,
    channel: Channel | None = None,
    internal: bool = False,
) -> Situation:
    """The situation at the end of a conversation, from what was found in it."""
    return Situation(
        channel=channel or (_last_channel(conversation)),
        conversation=conversation,
        last=scanned[-1].moment if 0 < len(scanned) <= _REMEMBERED else None,
        tense=_is_tense(scanned, heats),
        unheard=_is_unheard(scanned),
        leadership=_leadership_reads(conversation),
        internal=internal,
    )


def _last_channel(conversation: Conversation) -> Channel:
    return conversation.channel_of(conversation.messages[-1]) if conversation.messages else conversation.channel


def _is_tense(scanned: Sequence[Scanned], heats: Sequence[Temperature]) -> bool:
    for item, heat in zip(reversed(scanned), reversed(heats), strict=True):
        if item.moment.spoken and not item.moment.from_desk:
            return heat.tension >= _TENSE_FROM or heat.stance in (Stance.UPSET, Stance.HOSTILE)
    return False


def _is_unheard(scanned: Sequence[Scanned]) -> bool:
    words = 0
    for item in reversed(scanned):
        if item.moment.from_desk and item.moment.spoken:
            break
        if item.moment.spoken:
            words += len(own_text(item.moment).split())
            if words >= _TOLD_MUCH or any(finding.rule in _NOT_HEARD for finding in item.findings):
                return True
    return False


def _leadership_reads(conversation: Conversation) -> bool:
    leading = {a.lower() for p in conversation.participants if p.leadership for a in (*p.addresses, p.id)}
    if not leading:
        return False
    seen = (a.lower() for m in conversation.messages for a in (m.sender, *m.to, *m.cc))
    return not leading.isdisjoint(seen)
