"""A conversation scanned and judged along its prefixes: what a reading and a draft check both begin from."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from calmdesk.conversation import Channel, Conversation
from calmdesk.drafts import Situation, situation_of
from calmdesk.playbook import Playbook
from calmdesk.signals import Scanned, engine_for, scan
from calmdesk.temperature import Model, Temperature, rules_judge, temperatures, with_learned


class Judged(NamedTuple):
    """The conversation as it may be heard, each message with its findings, and its temperature."""

    conversation: Conversation
    scanned: tuple[Scanned, ...]
    heats: tuple[Temperature, ...]


def judged(
    conversation: Conversation,
    playbook: Playbook,
    *,
    silenced: frozenset[str] = frozenset(),
    model: Model | None = None,
) -> Judged:
    """Look at each message with what came before it; without a `model` the signs alone decide."""
    heard = _with_consent(conversation)
    scanned = scan(heard, engine_for(playbook), silenced)
    rules = rules_judge(playbook.signs)
    heats = temperatures(heard, scanned, rules if model is None else model.judge(rules, playbook.signs, silenced))
    if model is not None:
        scanned = with_learned(scanned, heats, playbook.signs, model, silenced)
    return Judged(heard, scanned, heats)


def situation(
    conversation: Conversation,
    playbook: Playbook,
    *,
    channel: Channel | None = None,
    internal: bool = False,
    model: Model | None = None,
) -> Situation:
    """What a draft that answers this conversation is checked in."""
    found = judged(conversation, playbook, model=model)
    return situation_of(found.conversation, found.scanned, found.heats, channel=channel, internal=internal)


def _with_consent(conversation: Conversation) -> Conversation:
    """Loudness is read only where a basis for it is recorded."""
    if conversation.consent is not None or not any(message.loudness_db for message in conversation.messages):
        return conversation
    quiet = tuple(msgspec.structs.replace(message, loudness_db=()) for message in conversation.messages)
    return msgspec.structs.replace(conversation, messages=quiet)
