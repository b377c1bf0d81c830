"""The one place that assembles a reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from msgspec import UNSET

from calmdesk.conversation import Channel, Conversation, NotRead
from calmdesk.escalation import ladder
from calmdesk.guidance import guide
from calmdesk.guidance.state import moves_of
from calmdesk.moves import move_engine_for
from calmdesk.playbook import Playbook
from calmdesk.promises import ledger, silence_due
from calmdesk.reading.desk import Desk
from calmdesk.reading.facts import facts_for_guidance
from calmdesk.reading.judged import judged
from calmdesk.reading.languages import name_of_language
from calmdesk.reading.values import MessageReading, Reading, Trigger
from calmdesk.signals import Scanned, find_triggers
from calmdesk.signals.moment import READ_AT_MOST
from calmdesk.temperature import (
    Model,
    Temperature,
    counted_roles,
    derailment,
    first_shifts,
    loudest,
)

_WITHOUT_MODEL = {
    "stance_p": "the model is switched off or not installed; stance comes from the signs alone",
    "derailment": "the model is switched off or not installed",
}
_NOTHING_TO_FORESEE = "no message could be read"
_NOT_BUILT = {"escalation": "not part of this version"}


def read(
    conversation: Conversation,
    playbook: Playbook,
    *,
    now: datetime | None = None,
    silenced: frozenset[str] = frozenset(),
    declined: frozenset[str] = frozenset(),
    desk: Desk | None = None,
    model: Model | None = None,
) -> Reading:
    """
    Read one conversation as it stands at `now` (default: the present); rules in `silenced` count for nothing.

    `declined` are next moves that were called unhelpful in this conversation; `desk` is what the desk has decided.

    Without a `model` the signs alone decide, and what only a model can say is named in `not_read`.
    """
    heard, scanned, heats = judged(conversation, playbook, silenced=silenced, model=model)
    shifts = first_shifts(heard, scanned, heats)
    foreseen = derailment(model.forecast, scanned, heats, model.hear) if model is not None else None
    as_of, desk = now or datetime.now(UTC), desk or Desk()
    triggers = tuple(find_triggers([item.moment for item in scanned], playbook))
    is_judged = not scanned or any(item.language is None for item in _from_requesters(heard, scanned))
    rungs = ladder(heard, scanned, heats, playbook, desk.norms, desk.earlier, now=as_of)
    promises = ledger(heard, now=as_of, hours=desk.hours, owners=desk.owners, settled=desk.settled)
    waiting = silence_due(heard, now=as_of, hours=desk.hours)
    facts = facts_for_guidance(heard, rungs, promises, waiting, now=as_of)
    return Reading(
        conversation=conversation.id,
        as_of=as_of,
        not_read=(
            *_not_read(conversation, scanned, silenced, with_model=model is not None),
            *([NotRead(part="derailment", why=_NOTHING_TO_FORESEE)] if model is not None and foreseen is None else []),
        ),
        messages=tuple(_message(item, heat, playbook) for item, heat in zip(scanned, heats, strict=True)),
        findings=tuple(finding for item in scanned for finding in item.findings),
        triggers=tuple(
            Trigger(
                kind=seen.kind,
                message=seen.moment.message.id,
                start=seen.start,
                end=seen.end,
                quote=seen.moment.text[seen.start : seen.end],
            )
            for seen in triggers
        ),
        first_shift=(shifts[0] if shifts else None) if is_judged else UNSET,
        first_shifts=shifts if is_judged else UNSET,
        loudest=loudest(heats) if is_judged else UNSET,
        derailment=foreseen or UNSET,
        ladder=rungs if is_judged else UNSET,
        promises=promises,
        guidance=guide(heard, scanned, heats, triggers, playbook, facts=facts, declined=declined)
        if is_judged
        else UNSET,
    )


def _from_requesters(conversation: Conversation, scanned: Sequence[Scanned]) -> list[Scanned]:
    """Messages from the side whose heat is read: requesters, or where none is known everybody who is not the desk."""
    roles = counted_roles(conversation)
    return [item for item in scanned if item.moment.spoken and item.moment.role in roles]


def _message(item: Scanned, heat: Temperature, playbook: Playbook) -> MessageReading:
    unread = item.language is not None
    speaks_for_desk = item.moment.from_desk and item.moment.spoken and not unread
    return MessageReading(
        id=heat.message,
        role=item.moment.role,
        stance=UNSET if heat.stance is None else heat.stance,
        stance_p=UNSET if heat.stance_p is None else heat.stance_p,
        conduct=UNSET if heat.conduct is None else heat.conduct,
        tension=UNSET if unread else heat.tension,
        moves=moves_of(move_engine_for(playbook).find(item.moment)) if speaks_for_desk else UNSET,
    )


def _not_read(
    conversation: Conversation, scanned: Sequence[Scanned], silenced: frozenset[str], *, with_model: bool
) -> Iterator[NotRead]:
    for item in scanned:
        part = f"message {item.moment.message.id}"
        if item.language is not None:
            name = name_of_language(item.language)
            yield NotRead(part=part, why=f"it seems to be {name}; calmdesk reads English so far")
        elif len(item.moment.message.text) > READ_AT_MOST:
            yield NotRead(part=part, why=f"only its first {READ_AT_MOST:,} characters were read")
    asked = _from_requesters(conversation, scanned)
    if scanned and not asked:
        yield NotRead(part="first shift, tension", why="nobody in it asks for help: everybody is the desk or a machine")
    elif scanned and all(item.language is not None for item in asked):
        yield NotRead(part="first shift, tension", why="no message of a requester could be judged")
    if conversation.channel is Channel.VOICE:
        if not any(message.start_s is not None for message in conversation.messages):
            yield NotRead(part="interruptions, pace, silence", why="the transcript has no times")
        if not any(message.loudness_db for message in conversation.messages):
            yield NotRead(part="loudness", why="the recording's loudness is not part of the input")
        elif conversation.consent is None:
            yield NotRead(part="loudness", why="no consent basis is recorded with the conversation")
    for rule in sorted(silenced):
        yield NotRead(part=f"sign {rule}", why="silenced")
    for part, why in {**({} if with_model else _WITHOUT_MODEL), **_NOT_BUILT}.items():
        yield NotRead(part=part, why=why)
