"""Runs the examples of a boundary, and tries each of its wordings as an agent would use it."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role, Span
from calmdesk.drafts import Situation, check
from calmdesk.escalation import rung_engine_for
from calmdesk.playbook import Boundary, Playbook, Say
from calmdesk.proof.dialogues import prove_dialogues
from calmdesk.proof.verdict import Proof, Verdict
from calmdesk.signals import engine_for
from calmdesk.signals.moment import moments_of

# Facts as a ticket may give them; a wording must hold whatever it is filled with.
_FACTS = {"issue": "the VPN", "name": "Dana", "time": "14:30"}


def prove_boundary(playbook: Playbook, boundary: Boundary) -> Iterator[Proof]:
    """Try every example and every wording of one boundary."""
    yield from prove_dialogues(boundary, lambda conversation: _found(playbook, boundary, conversation))
    for place, say in enumerate(boundary.say, 1):
        wrong = "; ".join(_wrong(playbook, boundary, say))
        yield Proof(f"{boundary.id}/say/{place}", Verdict.FAILS if wrong else Verdict.HOLDS, wrong)


def _found(playbook: Playbook, boundary: Boundary, conversation: Conversation) -> Iterator[Span]:
    engine = rung_engine_for(playbook)
    for moment in moments_of(conversation, engine_for(playbook).vocabulary):
        if moment.from_desk and moment.spoken:
            for seen in engine.find(moment):
                if seen.boundary == boundary.id:
                    yield Span(message=moment.message.id, start=seen.start, end=seen.end)


def _wrong(playbook: Playbook, boundary: Boundary, say: Say) -> Iterator[str]:
    """What does not hold of a wording: it must be recognised as what it is, and be clean where it is offered."""
    text = _filled(say.text)
    for channel in say.channels or tuple(Channel):
        if next(_found(playbook, boundary, _said(text, channel)), None) is None:
            yield f"on {channel.value} {text!r} is not recognised"
        for one in check(text, playbook, Situation(channel=channel, tense=True)).findings:
            yield f"on {channel.value} {one.quote!r} is found by {one.rule}"


def _filled(text: str) -> str:
    for name, fact in _FACTS.items():
        text = text.replace(f"{{{name}}}", fact)
    return text


def _said(text: str, channel: Channel) -> Conversation:
    agent = Participant(id="agent", role=Role.AGENT)
    return Conversation(
        id="say", channel=channel, participants=(agent,), messages=(Message(id="m1", sender="agent", text=text),)
    )
