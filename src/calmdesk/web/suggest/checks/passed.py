"""The one place that decides whether a language model's words may be shown."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role
from calmdesk.drafts import Situation, check
from calmdesk.playbook import Playbook
from calmdesk.signals import Moment, engine_for
from calmdesk.signals.moment import moments_of
from calmdesk.web.suggest.checks.facts import not_said
from calmdesk.web.suggest.checks.plain import not_plain
from calmdesk.web.suggest.checks.promised import promises_more
from calmdesk.web.suggest.checks.restating import not_restating
from calmdesk.web.suggest.checks.rewording import not_rewording
from calmdesk.web.suggest.checks.safeguard import gives_way, gives_way_in
from calmdesk.web.suggest.values import Reason, Refused, Wanted

_LONGEST = 400
_LONGER = 300


class Asked(NamedTuple):
    """What the words answer: `sources` are the person's messages, or the draft alone."""

    wanted: Wanted
    sources: tuple[str, ...]
    situation: Situation
    playbook: Playbook


def passed(words: str, asked: Asked) -> str:
    """The words as they may be shown, as plain text; raises `Refused` at the first thing that is wrong with them."""
    words = _tidied(words)
    is_calmer = asked.wanted is Wanted.CALMER
    longest = _LONGER + len(asked.sources[0]) if is_calmer else _LONGEST
    reason = not_plain(words, asked.sources, longest, links=is_calmer) or not_said(words, asked.sources)
    reason = reason or (_not_calmer(words, asked) if is_calmer else _no_restatement(words, asked))
    reason = reason or _not_checked(words, asked)
    if reason:
        raise Refused(reason)
    return words


def _no_restatement(words: str, asked: Asked) -> Reason | None:
    if promises_more(words):
        return Reason.PROMISE
    if gives_way(words):
        return Reason.SAFEGUARD
    return not_restating(words, asked.sources)


def _not_calmer(words: str, asked: Asked) -> Reason | None:
    draft = asked.sources[0]
    if promises_more(words, draft):
        return Reason.PROMISE
    new, old = _moment(words, asked), _moment(draft, asked)
    return Reason.SAFEGUARD if gives_way_in(new, asked.playbook) else not_rewording(new, old, asked.playbook)


def _not_checked(words: str, asked: Asked) -> Reason | None:
    """What the check of every draft says; here nothing is silenced."""
    found = check(words, asked.playbook, asked.situation)
    if found.not_read:
        return Reason.LANGUAGE
    return Reason.WORDING if found.findings else None


def _tidied(words: str) -> str:
    """Without the space around, and without the quotation marks that models like to put around the whole."""
    words = unicodedata.normalize("NFC", words.replace("\r\n", "\n")).strip()
    inner = words[1:-1]
    if words[:1] + words[-1:] in ('""', "“”", "''") and words[:1] not in inner and words[-1:] not in inner:
        words = inner.strip()
    return words


def _moment(text: str, asked: Asked) -> Moment:
    writer = Participant(id="writer", role=Role.AGENT)
    draft = Message(id="draft", sender=writer.id, text=text)
    channel: Channel = asked.situation.channel
    talk = Conversation(id="draft", channel=channel, participants=(writer,), messages=(draft,))
    return next(iter(moments_of(talk, engine_for(asked.playbook).vocabulary)))
