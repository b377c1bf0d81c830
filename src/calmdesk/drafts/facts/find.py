"""The one place that collects what was told, in order, and lets later words correct earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from calmdesk.conversation import Conversation, Role
from calmdesk.drafts.facts.asked import asks_for
from calmdesk.drafts.facts.deadline import deadline_in
from calmdesk.drafts.facts.errors import errors_in
from calmdesk.drafts.facts.impact import impact_in
from calmdesk.drafts.facts.since import since_in
from calmdesk.drafts.facts.speech import Sentence, told_in
from calmdesk.drafts.facts.symptoms import symptom_in
from calmdesk.drafts.facts.tried import tried_in
from calmdesk.drafts.facts.values import Fact, FactKind
from calmdesk.drafts.facts.where import where_in
from calmdesk.drafts.facts.who import who_in
from calmdesk.playbook import Playbook
from calmdesk.signals import Moment, engine_for, find_triggers
from calmdesk.signals.moment import moments_of

Span = tuple[int, int]
# What matters is told at the beginning, what corrects it near the end.
_FIRST, _LAST = 20, 60
_MOST: dict[FactKind, int] = {"impact": 3, "tried": 4}
# A later one stands for the earlier, for times move on and a screen changes.
_NEWEST = frozenset({"deadline"})
_TRIGGERS = frozenset({"outage", "lockout", "data_loss"})


def facts(conversation: Conversation, playbook: Playbook) -> tuple[Fact, ...]:
    """
    What the people asking told in their own words, in the order of the messages.

    Of most kinds there is one: the first, unless a later message corrects it or answers the desk's question for it.
    """
    moments = _heard(conversation, playbook)
    known: list[Fact] = []
    for moment in moments:
        for sentence in told_in(moment):
            for kind, (start, end) in _found(sentence, known):
                place = sentence.start + start
                text = moment.text[place : sentence.start + end]
                fact = Fact(kind=kind, text=text, message=moment.message.id, start=place, end=sentence.start + end)
                _take_in(known, fact, corrects=_replaces(kind, sentence))
    if not any(fact.kind == "what" for fact in known):
        known += _from_triggers(moments, playbook)
    places = {moment.message.id: place for place, moment in enumerate(moments)}
    return tuple(sorted(known, key=lambda fact: (places[fact.message], fact.start, fact.kind)))


def _heard(conversation: Conversation, playbook: Playbook) -> list[Moment]:
    """The messages of those who ask, at the beginning and at the end of a long conversation."""
    moments = [
        moment
        for moment in moments_of(conversation, engine_for(playbook).vocabulary)
        if moment.role is Role.REQUESTER and moment.spoken and not moment.message.internal
    ]
    kept = moments if len(moments) <= _FIRST + _LAST else [*moments[:_FIRST], *moments[-_LAST:]]
    return [moment for moment in kept if moment.language is None]


def _found(sentence: Sentence, known: Sequence[Fact]) -> Iterator[tuple[FactKind, Span]]:
    what = _what_in(sentence)
    if what is not None:
        yield "what", what
    is_known = any(fact.kind == "since" for fact in known)
    others: Iterator[tuple[FactKind, Span]] = chain(
        (("since", span) for span in since_in(sentence, known=is_known)),
        (("impact", span) for span in impact_in(sentence)),
        (("who", span) for span in who_in(sentence)),
        (("where", span) for span in where_in(sentence)),
        (("error", span) for span in errors_in(sentence)),
        (("deadline", span) for span in deadline_in(sentence)),
        (("tried", span) for span in tried_in(sentence)),
    )
    for kind, span in others:
        if kind == "impact" and what is not None and span[0] < what[1] and what[0] < span[1]:
            continue
        yield kind, span


def _what_in(sentence: Sentence) -> Span | None:
    symptom = symptom_in(sentence.text)
    if symptom is None or not sentence.is_told(symptom.start) or (sentence.asks and not symptom.is_request):
        return None
    return symptom.start, symptom.end


def _take_in(known: list[Fact], fact: Fact, *, corrects: bool) -> None:
    same = [one for one in known if one.kind == fact.kind]
    if any(one.text.lower() == fact.text.lower() for one in same):
        return
    if fact.kind in _MOST:
        if len(same) < _MOST[fact.kind]:
            known.append(fact)
        return
    if same and not corrects and fact.kind not in _NEWEST:
        return
    for one in same:
        known.remove(one)
    known.append(fact)


def _replaces(kind: FactKind, sentence: Sentence) -> bool:
    is_new_screen = kind == "error" and "now" in sentence.text.lower().split()
    return sentence.corrects or is_new_screen or asks_for(kind, sentence.moment)


def _from_triggers(moments: Sequence[Moment], playbook: Playbook) -> Iterator[Fact]:
    """Where no wording of ours fits: the words of the event that set it off."""
    for seen in find_triggers(moments, playbook):
        if seen.kind in _TRIGGERS:
            text = seen.moment.text[seen.start : seen.end]
            yield Fact(kind="what", text=text, message=seen.moment.message.id, start=seen.start, end=seen.end)
            return
