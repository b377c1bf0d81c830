from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
import pytest

from calmdesk.conversation import Conversation, Status
from calmdesk.guidance import FIRST, Guidance
from calmdesk.promises import Promise, State
from calmdesk.web.design.needs import Need, need_of
from tests.web.design import examples

NOW = examples.OPENED + timedelta(hours=8)
THEIRS = examples.CALM[0]
OURS = msgspec.structs.replace(THEIRS, messages=THEIRS.messages[:-1])


def card(move: str, title: str = "Say the next step") -> Guidance:
    return Guidance(move=move, title=title, practice="P-7.3", why="", say=(), avoid=(), after="m1")


def promise(due: datetime | None, **more: object) -> Promise:
    values = {"conversation": "c", "message": "m4", "sender": "A1", "owner": "A1", "start": 0, "end": 9, "what": "call"}
    return Promise(**{**values, "quote": "I will\n call you", "due": due, **more})


def need(talk: Conversation, *promises: Promise, guidance: Guidance | None = None, moment: datetime = NOW) -> Need:
    reading = msgspec.structs.replace(examples.CALM[1], guidance=guidance)
    return need_of(talk, reading, examples.PLAYBOOK, promises, moment=moment, now=NOW)


def test_a_card_comes_before_a_promise_and_says_its_title() -> None:
    found = need(THEIRS, promise(NOW), guidance=card("say_the_next_step"))

    assert (found.name, found.words) == ("now", "Say the next step")


def test_danger_limits_and_safeguards_come_before_every_other_move() -> None:
    orders = [need(THEIRS, guidance=card(move)).order for move in (*FIRST, "say_the_next_step")]

    assert orders == sorted(set(orders))
    assert FIRST == ("stay_with_the_person", "get_help_now", "boundary", "hold_the_safeguard")


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (promise(NOW - timedelta(minutes=2)), "Due now, 16:58"),
        (promise(NOW - timedelta(hours=1)), "Past its time, 16:00"),
        (promise(None, asks="When is it due?"), "Needs a time"),
    ],
)
def test_a_promise_that_is_due_stands_in_its_own_words(one: Promise, words: str) -> None:
    found = need(OURS, one)

    assert (found.name, found.quote, found.words) == ("promise", "I will call you", words)


def test_of_several_promises_the_earliest_is_named() -> None:
    later, earlier = promise(NOW - timedelta(minutes=2)), promise(NOW - timedelta(hours=3), quote="I will write")

    assert need(OURS, later, earlier, promise(None, asks="When?")).quote == "I will write"


@pytest.mark.parametrize("one", [promise(NOW + timedelta(hours=2)), promise(NOW, state=State.KEPT)])
def test_a_promise_that_is_kept_or_still_has_time_waits(one: Promise) -> None:
    assert need(OURS, one).name == "wait"


def test_whoever_wrote_last_waits_for_the_other() -> None:
    assert (need(THEIRS).name, need(OURS).name) == ("answer", "wait")


def test_who_waits_longest_comes_first() -> None:
    assert need(THEIRS, moment=NOW - timedelta(hours=3)).order < need(THEIRS).order


@pytest.mark.parametrize(
    "talk",
    [examples.EMPTY[0], *(msgspec.structs.replace(THEIRS, status=one) for one in (Status.SOLVED, Status.CLOSED))],
)
def test_what_is_over_or_was_never_said_needs_nothing(talk: Conversation) -> None:
    assert need(talk) == Need("")
