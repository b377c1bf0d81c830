"""In person: six taps, and the card that follows from them. Never more than a glance can hold (P-8.1)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from msgspec import UNSET

from calmdesk.conversation import Channel, Conversation
from calmdesk.guidance.words import facts_of, fitting
from calmdesk.playbook import Playbook
from calmdesk.reading import Reading
from calmdesk.web.design.cue import cue_of


class Tap(StrEnum):
    """What can be recorded with one tap."""

    EXPLAINED = "explained"
    INTERRUPTED = "interrupted"
    RAISED = "raised"
    WAITING = "waiting"
    CALMER = "calmer"
    SOLVED = "solved"


LABELS = {
    Tap.EXPLAINED: "Explained the problem",
    Tap.INTERRUPTED: "Interrupts, in a hurry",
    Tap.RAISED: "Raised voice",
    Tap.WAITING: "Others waiting",
    Tap.CALMER: "Calmer",
    Tap.SOLVED: "Solved",
}
# What stands in the conversation: what happened, and no word about what anybody is like.
NOTES = {
    Tap.EXPLAINED: "The problem was explained.",
    Tap.INTERRUPTED: "They cut in, or are in a hurry.",
    Tap.RAISED: "A raised voice.",
    Tap.WAITING: "Others are waiting.",
    Tap.CALMER: "It is calmer.",
    Tap.SOLVED: "Solved.",
}


class Level(StrEnum):
    """How it stands by the taps alone; the value is also the class name."""

    EVEN = "even"
    IMPATIENT = "impatient"
    LOUD = "loud"
    SOLVED = "solved"


class CounterCard(msgspec.Struct, frozen=True):
    """One card. `say` is one wording, `move` where it comes from; `at_once` where somebody may come to harm."""

    level: Level
    posture: str
    pace: str
    audience: str
    title: str
    say: str
    move: str
    at_once: bool = False


_POSTURE = {
    Level.EVEN: "Face them at an angle, hands in sight.",
    Level.IMPATIENT: "Hands open and still. Nod.",
    Level.LOUD: "Half a step back. Hands low and open.",
    Level.SOLVED: "Turn to them until they go.",
}
_PACE = {
    Level.EVEN: "Short sentences, one step at a time.",
    Level.IMPATIENT: "Stop. Let them finish, then count to two.",
    Level.LOUD: "Slower and lower than they are. Pause.",
    Level.SOLVED: "No hurry now.",
}
# Nobody waits, somebody waits.
_AUDIENCE = {
    Level.EVEN: ("Nobody waiting.", "Nod to them: you have seen them."),
    Level.IMPATIENT: ("Nobody waiting.", "Nod to them, then back to this one."),
    Level.LOUD: ("Nobody waiting.", "Move out of earshot, if they like."),
    Level.SOLVED: ("Nobody waiting.", "Thank them for waiting."),
}
_ASIDE = "Shall we step over there? It's quieter, and I'll stay on it with you."
# The move that each newest tap asks for; its wording comes from the playbook.
_MOVES = {
    None: "ask_one_question",
    Tap.EXPLAINED: "restate_the_problem",
    Tap.INTERRUPTED: "say_nothing_yet",
    Tap.RAISED: "acknowledge_the_effect",
    Tap.CALMER: "say_the_next_step",
    Tap.SOLVED: "close_the_loop",
}


def counter_card(
    taps: Sequence[Tap | None], conversation: Conversation, reading: Reading, playbook: Playbook
) -> CounterCard:
    """The card after these taps, oldest first; None stands for words that were noted.

    Safety comes first. Then the newest thing decides: words ask for the move that the reading gives, a tap for its own.
    """
    level, waiting = level_of(taps), Tap.WAITING in taps
    newest = taps[-1] if taps else None
    cue = cue_of(reading)
    words = cue if cue is not None and (cue.at_once or (taps and newest is None)) else None
    if words is not None:
        move, title, say = words.move, words.title, words.say
    elif newest is Tap.WAITING or (waiting and level is Level.LOUD):
        move, title, say = "", "Step aside", _ASIDE
    else:
        move = _MOVES[_telling(taps)]
        title, say = _from_playbook(move, conversation, reading, playbook)
    return CounterCard(
        level=level,
        posture=_POSTURE[level],
        pace=_PACE[level],
        audience=_AUDIENCE[level][waiting],
        title=title,
        say=say,
        move=move,
        at_once=words is not None and words.at_once,
    )


def level_of(taps: Sequence[Tap | None]) -> Level:
    """How it stands: a raised voice outlasts impatience, and only "calmer" or "solved" ends either."""
    level = Level.EVEN
    for tap in taps:
        match tap:
            case Tap.RAISED:
                level = Level.LOUD
            case Tap.INTERRUPTED if level is not Level.LOUD:
                level = Level.IMPATIENT
            case Tap.CALMER:
                level = Level.EVEN
            case Tap.SOLVED:
                level = Level.SOLVED
            case _:
                pass
    return level


def taps_of(conversation: Conversation) -> tuple[Tap | None, ...]:
    """The taps that the conversation holds, oldest first; None for words, which stand for themselves."""
    found: list[Tap | None] = []
    for message in conversation.messages:
        tap = message.x.get("tap")
        if isinstance(tap, str) and tap in set(Tap):
            found.append(Tap(tap))
        elif not message.internal:
            found.append(None)
    return tuple(found)


def _telling(taps: Sequence[Tap | None]) -> Tap | None:
    """The newest tap that asks for a move of its own."""
    return next((tap for tap in reversed(taps) if tap is not None and tap is not Tap.WAITING), None)


def _from_playbook(move: str, conversation: Conversation, reading: Reading, playbook: Playbook) -> tuple[str, str]:
    card = playbook.next_moves.get(move)
    if card is None:
        return "", ""
    triggers = reading.triggers if reading.triggers is not UNSET else ()
    person = next((one.id for one in conversation.participants), "")
    say = fitting(
        card.say,
        channel=Channel.IN_PERSON,
        situations={trigger.kind for trigger in triggers},
        facts=facts_of(conversation, person),
    )
    return card.title, say[0] if say else ""
