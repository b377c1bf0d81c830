"""The one place that puts the parts in the order a reply should have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from calmdesk.conversation import Channel, Conversation
from calmdesk.drafts.check import check
from calmdesk.drafts.facts import Fact, facts
from calmdesk.drafts.parts.incidents import Incident, incident_of
from calmdesk.drafts.parts.question import open_questions
from calmdesk.drafts.parts.restate import restated
from calmdesk.drafts.parts.standing import desk_answered, is_over, is_read
from calmdesk.drafts.parts.values import APPROVED, TO_FILL, Card, Part, PartKind
from calmdesk.drafts.situation import Situation, situation_of
from calmdesk.playbook import NextMove, Playbook
from calmdesk.signals import Scanned
from calmdesk.temperature import Temperature

# While one of these is due, nothing else is said with it: the matter waits.
_ALONE = frozenset({"stay_with_the_person", "get_help_now", "say_nothing_yet", "slow_down", "close_the_loop"})
_ACKNOWLEDGES = frozenset(
    {
        "acknowledge_the_effect",
        "acknowledge_the_history",
        "answer_the_silence",
        "own_the_missed_promise",
        "use_what_they_told_you",
        "separate_the_two",
        "turn_blame_to_facts",
        "keep_it_factual",
        "hold_the_explanation",
        "hold_the_safeguard",
    }
)
_EFFECT = "acknowledge_the_effect"
_BLANK = "…"
_LIVE = frozenset({Channel.VOICE, Channel.CHAT, Channel.IN_PERSON})


def parts(
    conversation: Conversation,
    playbook: Playbook,
    *,
    scanned: Sequence[Scanned] = (),
    heats: Sequence[Temperature] = (),
    card: Card | None = None,
    limit_due: bool = False,
) -> tuple[Part, ...]:
    """
    Acknowledgement, restatement, next step, an honest time, one question; only what this conversation calls for.

    Nothing is invented: what they said stands in their messages, a time is left for the agent to fill in. Where a
    limit is due (`limit_due`), or somebody may come to harm, nothing about the matter is built.
    """
    situation = situation_of(conversation, scanned, heats)
    if card is not None and (card.move in _ALONE or card.move in playbook.boundaries):
        return tuple(_approved(card.say))
    if limit_due or not is_read(scanned) or is_over(conversation):
        return ()
    known = facts(conversation, playbook)
    what = "\n".join(fact.text for fact in known if fact.kind == "what")
    incident = incident_of(what, conversation.subject or "") if what else None
    built = [*_acknowledgement(card, playbook, situation, is_open=bool(known) and not desk_answered(conversation))]
    built += restated(known, conversation, lambda text: _is_clean(text, playbook, situation))
    built += _next_step(card, incident)
    built.append(_time(situation))
    built += _question(incident, known, conversation, scanned, playbook, situation)
    return tuple(built)


def _acknowledgement(card: Card | None, playbook: Playbook, situation: Situation, *, is_open: bool) -> Iterator[Part]:
    if card is not None and card.move in _ACKNOWLEDGES:
        yield from _approved(card.say)
    elif not is_open:
        return
    elif situation.tense and _EFFECT in playbook.next_moves:
        yield from _approved(_plain_words(playbook.next_moves[_EFFECT], situation.channel))
    else:
        yield Part(kind="acknowledgement", text="Thank you for the details.", source=APPROVED)


def _approved(ready: Iterable[str], kind: PartKind = "acknowledgement") -> Iterator[Part]:
    """The first ready words without a gap: a gap is something to be filled."""
    for text in ready:
        if _BLANK not in text:
            yield Part(kind=kind, text=text, source=APPROVED)
            return


def _plain_words(move: NextMove, channel: Channel) -> Iterator[str]:
    """Ready words of a move that fit anywhere on a channel: for no situation, without a fact to be filled in."""
    for say in move.say:
        if channel in (say.channels or (channel,)) and not say.situations and "{" not in say.text:
            yield say.text


def _next_step(card: Card | None, incident: Incident | None) -> Iterator[Part]:
    if card is not None and card.move == "say_the_next_step":
        yield from _approved(card.say, "next_step")
        return
    if incident is not None:
        yield Part(kind="next_step", text=incident.step, source=APPROVED)
        return
    yield _to_fill("next_step", "The next step is on our side: ", ".")


def _time(situation: Situation) -> Part:
    before = "You hear from me by " if situation.channel in _LIVE else "You will hear from me by "
    return _to_fill("time", before, ", with or without news.")


def _to_fill(kind: PartKind, before: str, after: str) -> Part:
    return Part(
        kind=kind,
        text=f"{before}{_BLANK}{after}",
        source=TO_FILL,
        editable=True,
        start=len(before),
        end=len(before) + len(_BLANK),
    )


def _question(
    incident: Incident | None,
    known: Sequence[Fact],
    conversation: Conversation,
    scanned: Sequence[Scanned],
    playbook: Playbook,
    situation: Situation,
) -> Iterator[Part]:
    if incident is None:
        return
    moments = [item.moment for item in scanned]
    for ask in open_questions(incident, known, conversation, moments):
        if _is_clean(ask, playbook, situation):
            yield Part(kind="question", text=ask, source=APPROVED)
            return


def _is_clean(text: str, playbook: Playbook, situation: Situation) -> bool:
    return not check(text, playbook, situation).findings
