"""Hand-made conversations with their readings, so that pages can be looked at and tested without the engine.

`[[rule|words]]` marks words, `!rule` before the speaker's colon a sign without words. Everybody here is invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from msgspec import UNSET

from calmdesk.conversation import (
    Channel,
    Conduct,
    Conversation,
    Finding,
    Message,
    NotRead,
    Participant,
    Role,
    Stage,
    Stance,
)
from calmdesk.playbook import Document, Example, Playbook, Sign, Source
from calmdesk.playbook.detectors import Phrases, Recipients
from calmdesk.reading.values import MessageReading, Reading, Trigger
from calmdesk.temperature import FirstShift

OPENED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def _sign(name: str, title: str, stage: Stage, stance: Stance, **more: Any) -> Sign:
    values: dict[str, Any] = {
        "since": "0.1",
        "practice": ("P-2.4",),
        "heat": 0.3,
        "definition": "The requester turns from today's fault to an earlier one that, to them, was handled badly.",
        "why_it_matters": "Trust is being spent on the past. Questions asked now are heard as more of the same.",
        "often_innocent_when": (
            "the earlier ticket holds the fix and they are pointing the way to it.",
            "it is the usual way this person opens a request.",
        ),
        "what_helps": "Acknowledge the history in one sentence, then say what is different this time.",
        "source": Source("de-escalation-article", "Small signs"),
        "detector": Phrases(phrases=("last time (this|it) happened",), unless=("(fix|steps) ~5 (worked|helped)",)),
        "match": (
            Example(
                "requester: I cannot log in.\nagent: Which error do you see?\n"
                "requester: [[Last time this happened]] nobody called back. It is the [[third time this week]]."
            ),
        ),
        "no_match": (
            Example(
                "requester: Last time this happened the steps in ticket 4412 worked. Could we repeat them?",
                because="Names the earlier fix, does not complain about it.",
            ),
            Example(
                "agent: Last time this happened the cause was an expired token.",
                because="The agent says it, not the requester.",
            ),
        ),
        "known_miss": (
            Example(
                "requester: You people [[left me hanging in March]] as well.",
                because="The same complaint in other words; phrases cannot reach it.",
            ),
        ),
    } | more
    return Sign(id=name, title=title, stage=stage, stance=stance, **values)


SIGNS = {
    sign.id: sign
    for sign in (
        _sign("brings_up_last_time", "Brings up last time", Stage.EARLY, Stance.UPSET),
        _sign("one_word_answer", "Answers in one word", Stage.EARLY, Stance.CALM),
        _sign("names_a_deadline", "Names a deadline", Stage.EARLY, Stance.CALM),
        _sign("nobody_answers", "Says that nobody answers", Stage.RISING, Stance.UPSET),
        _sign("swears_at_the_issue", "Swears at the thing that is broken", Stage.EARLY, Stance.UPSET),
        _sign("shouts_in_capitals", "Shouts in capitals", Stage.RISING, Stance.UPSET),
        _sign("copies_in_leadership", "Copies in leadership", Stage.RISING, Stance.CALM, detector=Recipients()),
        _sign("doubts_competence", "Doubts that the helper is able", Stage.RISING, Stance.HOSTILE),
        _sign(
            "insults_the_helper",
            "Insults the person who helps",
            Stage.CONDUCT,
            Stance.HOSTILE,
            conduct=Conduct.ABUSE,
            practice=("P-1.2", "P-10.2"),
            why_it_matters="This is no longer about the issue. It is what a boundary is for.",
        ),
    )
}
PLAYBOOK = Playbook(
    signs=SIGNS,
    triggers={},
    words={},
    documents={
        "de-escalation-article": Document(
            title="De-escalation for helpdesks", where="The article calmdesk grew from.", sections=("Small signs",)
        )
    },
)


def conversation_of(
    name: str,
    subject: str,
    turns: Sequence[tuple[str, str] | tuple[str, str, Mapping[str, Any]]],
    people: Sequence[Participant],
    *,
    channel: Channel = Channel.CHAT,
    minutes: int = 3,
    tension: Sequence[float | None] = (),
    shift: Mapping[int, Sequence[str]] | None = None,
    judged: bool = True,
    triggers: Sequence[tuple[str, int, str]] = (),
    not_read: Sequence[tuple[str, str]] = (),
    **more: Any,
) -> tuple[Conversation, Reading]:
    """A conversation and its reading from turns `(sender, marked text[, message fields])`."""
    messages, findings = [], []
    clock = OPENED
    for place, turn in enumerate(turns, 1):
        sender, marked = turn[0], turn[1]
        fields = dict(turn[2]) if len(turn) > 2 else {}
        clock += timedelta(minutes=fields.pop("after", minutes))
        chips = fields.pop("chips", ())
        text, found = _unmark(marked, f"id{place}")
        findings += [_finding(rule, f"id{place}", 0, 0, "") for rule in chips]
        findings += found
        if channel is Channel.VOICE:
            fields |= {"start_s": (clock - OPENED).total_seconds() / 20}
        else:
            fields |= {"sent_at": clock}
        messages.append(Message(id=f"id{place}", sender=sender, text=text, **fields))
    conversation = Conversation(
        id=name, channel=channel, subject=subject, participants=tuple(people), messages=tuple(messages), **more
    )
    shifts = tuple(
        FirstShift(
            message=f"id{place}", person=messages[place - 1].sender, noticed_at=f"id{place}", reasons=tuple(reasons)
        )
        for place, reasons in sorted((shift or {}).items())
    )
    return conversation, Reading(
        conversation=name,
        as_of=clock,
        not_read=tuple(NotRead(part=part, why=why) for part, why in not_read),
        messages=tuple(
            _said(conversation, message, findings, tension, place, judged) for place, message in enumerate(messages)
        ),
        findings=tuple(findings),
        triggers=tuple(_trigger(conversation, *trigger) for trigger in triggers) if judged else UNSET,
        first_shift=(shifts[0] if shifts else None) if judged else UNSET,
        first_shifts=shifts if judged else UNSET,
        loudest=_loudest(messages, tension) if judged else UNSET,
    )


def _unmark(marked: str, message: str) -> tuple[str, list[Finding]]:
    text, found, rest = "", [], marked
    while "[[" in rest:
        before, _, rest = rest.partition("[[")
        inside, _, rest = rest.partition("]]")
        rule, _, words = inside.partition("|")
        text += before
        found.append(_finding(rule, message, len(text), len(text) + len(words), words))
        text += words
    return text + rest, found


def _finding(rule: str, message: str, start: int, end: int, quote: str) -> Finding:
    sign = SIGNS[rule]
    return Finding(
        rule=rule,
        practice=sign.practice[0],
        message=message,
        start=start,
        end=end,
        quote=quote,
        stage=sign.stage,
        reasons=(f"“{quote}” after two messages without a sign" if quote else "two people of the leadership are new",),
    )


def _said(
    conversation: Conversation,
    message: Message,
    findings: Sequence[Finding],
    tension: Sequence[float | None],
    place: int,
    judged: bool,
) -> MessageReading:
    role = conversation.role_of(message)
    level = tension[place] if place < len(tension) else (0.05 if judged else None)
    here = [SIGNS[finding.rule] for finding in findings if finding.message == message.id]
    said = judged and role in (Role.REQUESTER, Role.OTHER) and not message.internal and not message.automatic
    stance = max((sign.stance for sign in here), key=lambda one: one.rank, default=Stance.CALM)
    conduct = next((sign.conduct for sign in here if sign.conduct is not Conduct.NONE), Conduct.NONE)
    return MessageReading(
        id=message.id,
        role=role,
        stance=stance if said else UNSET,
        conduct=conduct if said else UNSET,
        tension=UNSET if level is None else level,
    )


def _trigger(conversation: Conversation, kind: str, place: int, quote: str) -> Trigger:
    message = conversation.messages[place - 1]
    start = message.text.index(quote)
    return Trigger(kind=kind, message=message.id, start=start, end=start + len(quote), quote=quote)


def _loudest(messages: Sequence[Message], tension: Sequence[float | None]) -> str | None:
    levels = [level or 0.0 for level in tension]
    return messages[levels.index(max(levels))].id if levels and max(levels) > 0 else None


DANA = Participant(
    id="U1",
    role=Role.REQUESTER,
    role_evidence="opened the ticket",
    name="Dana Whitlow",
    addresses=("dana@works.example",),
)
LEE = Participant(
    id="A1", role=Role.AGENT, role_evidence="writes from the desk's address", name="Lee", addresses=("desk@it.example",)
)
MORGAN = Participant(id="U3", role=Role.OTHER, name="Morgan Ash", addresses=("morgan@works.example",), leadership=True)
ROBOT = Participant(id="S1", role=Role.SYSTEM, name="Ticket system", role_evidence="says so in its headers")
SAM = Participant(id="U2", role=Role.REQUESTER, role_evidence="answers for the same team", name="Sam Ortega")

HEATED = conversation_of(
    "c-vpn",
    "VPN drops every ten minutes",
    [
        (
            "U1",
            "Hi, since the update this morning the VPN drops every ten minutes. "
            "I have a [[names_a_deadline|customer call at two]] and need it steady.",
        ),
        (
            "S1",
            "Thank you for contacting the IT service desk. Your request has been received and will be worked on in "
            "order. Reference 2026-1180.",
            {"automatic": True, "after": 1},
        ),
        ("A1", "Thanks for writing, Dana. Which VPN client version do you see under Help, About?", {"after": 12}),
        (
            "U1",
            "5.1. [[brings_up_last_time|Last time this happened]] nobody called back, "
            "and it is the [[brings_up_last_time|third time this month]].",
            {"after": 2},
        ),
        ("A1", "Could you send me the log file from the client? You find it under Diagnostics.", {"after": 35}),
        (
            "A1",
            "Third ticket from this site since Monday. Asked network whether gateway 2 was patched.",
            {"internal": True, "after": 1},
        ),
        (
            "U1",
            "[[nobody_answers|I have now asked three times]] and [[nobody_answers|all I get is another question]]. "
            "The [[swears_at_the_issue|bloody thing]] is still down.\n\n"
            "[[shouts_in_capitals|I NEED THIS FIXED BEFORE TWO]]. Morgan is copied in so that somebody takes this "
            "seriously.",
            {"cc": ("morgan@works.example",), "chips": ("copies_in_leadership",), "after": 70},
        ),
        (
            "A1",
            "I hear you, Dana: third time this month, and a call at two. Here is what happens now. Network is rolling "
            "gateway 2 back, which takes about ten minutes. I stay on it and write to you at 12:30, also if nothing "
            "has changed.",
            {"after": 4},
        ),
        ("U1", "[[one_word_answer|Fine.]]", {"after": 6}),
        (
            "U1",
            "It dropped again. Honestly, [[insults_the_helper|you people are a joke]]. "
            "Is anyone there [[doubts_competence|able to read]] a log file?",
            {"after": 28},
        ),
        (
            "A1",
            "The rollback finished at 12:21; your drop was at 12:19. Please connect once more and tell me what the "
            "status line says.",
            {"after": 3},
        ),
        ("U1", "Connected since ten minutes. OK. Thanks for staying on it.", {"after": 14}),
    ],
    [DANA, LEE, ROBOT, MORGAN],
    channel=Channel.EMAIL,
    tension=[0.12, 0.12, 0.12, 0.38, 0.38, 0.38, 0.74, 0.66, 0.6, 0.93, 0.8, 0.42],
    shift={4: ["brings up last time twice, after one message without it"]},
    triggers=[("outage", 1, "the VPN drops every ten minutes"), ("unanswered", 7, "I have now asked three times")],
    not_read=[("derailment", "no model is installed")],
    timezone="Europe/Berlin",
    team="desk",
)

CALM = conversation_of(
    "c-printer",
    "Printer on floor 3 prints blank pages",
    [
        ("U1", "Morning! The printer on floor 3 prints blank pages since today. No hurry."),
        ("A1", "Good morning, Dana. Does the test page from the printer's own menu come out blank too?"),
        ("U1", "It does, yes. I have put a note on it so that people use the one on floor 2."),
        ("A1", "That helps, thank you. A technician changes the drum today between two and three."),
        ("U1", "Perfect, thanks a lot."),
    ],
    [DANA, LEE],
    tension=[0.03, 0.03, 0.03, 0.02, 0.02],
)

OTHER_LANGUAGE = conversation_of(
    "c-drucker",
    "Drucker druckt nicht",
    [
        ("U1", "Der Drucker im dritten Stock druckt seit heute früh nur leere Seiten."),
        ("A1", "Danke für die Meldung. Kommt auch die Testseite leer heraus?"),
        ("U1", "Ja. Bitte schnell, ich warte schon seit einer Stunde."),
    ],
    [DANA, LEE],
    channel=Channel.PORTAL,
    judged=False,
    language="de",
    not_read=[
        ("language", "German is not read yet; these messages are not judged"),
        ("derailment", "no model is installed"),
    ],
)

CALL = conversation_of(
    "c-call",
    "Locked out of payroll",
    [
        ("U1", "Hello, I am locked out of payroll again and the run closes today."),
        ("A1", "I can help with that. May I have your employee number?"),
        ("U1", "Four four one two. [[brings_up_last_time|Every time I call]] it is the same questions."),
        ("U2", "Sam here as well, I am in the same room. It is the whole team."),
        ("A1", "Understood, so it is several of you. I am looking at the group now."),
        (
            "U2",
            "[[nobody_answers|We reported this on Monday]] and heard nothing.",
            {"chips": ("copies_in_leadership",)},
        ),
        ("A1", "The group lost its payroll right in Monday's change. I am putting it back, two minutes."),
        ("U1", "Great, it opens. Thank you."),
    ],
    [DANA, SAM, LEE],
    channel=Channel.VOICE,
    tension=[0.15, 0.15, 0.35, 0.32, 0.3, 0.55, 0.45, 0.2],
    shift={3: ["brings up earlier calls; the first turn had no sign"], 6: ["says that nobody answered"]},
    triggers=[("lockout", 1, "I am locked out of payroll again")],
)

EMPTY = (
    msgspec.structs.replace(CALM[0], id="c-empty", messages=()),
    msgspec.structs.replace(CALM[1], conversation="c-empty", messages=()),
)

ALL = (HEATED, CALL, OTHER_LANGUAGE, CALM)
