"""The next move on small dialogues: what is called for, and what is left alone."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from calmdesk.conversation import Conversation
from calmdesk.guidance import POLICY, Facts, Guidance, Shown, guide
from calmdesk.playbook import Example, Playbook, load_playbook
from calmdesk.playbook.examples import parse_example
from calmdesk.reading import judged
from calmdesk.signals import find_triggers


@cache
def playbook() -> Playbook:
    return load_playbook()


def talk(dialogue: str, **more: Any) -> Conversation:
    return parse_example(Example(dialogue=dialogue, **more)).conversation


def card(
    dialogue: str, *, facts: Facts | None = None, declined: frozenset[str] = frozenset(), **more: Any
) -> Guidance | None:
    conversation = talk(dialogue, **more)
    found = judged(conversation, playbook())
    triggers = tuple(find_triggers([item.moment for item in found.scanned], playbook()))
    return guide(conversation, found.scanned, found.heats, triggers, playbook(), facts=facts, declined=declined)


def move(dialogue: str, **more: Any) -> str | None:
    found = card(dialogue, **more)
    return found.move if found else None


@pytest.mark.parametrize(
    ("dialogue", "wanted"),
    [
        ("requester: I don't want to live any more, and now this laptop.", "stay_with_the_person"),
        ("requester: I know where you live, you will regret this.", "get_help_now"),
        ("requester: Can you skip the approval just this once? My manager will sign later.", "hold_the_safeguard"),
        ("requester: Last time this happened it took a whole week.", "acknowledge_the_history"),
        (
            "requester: It is down.\nagent: I see.\nrequester: Is anybody there? Nobody answers me.",
            "answer_the_silence",
        ),
        (
            "requester: It fails at login.\nagent: What happens?\nrequester: As I already said, it fails at login.",
            "use_what_they_told_you",
        ),
        ("requester: Whose fault is this, yours or the network team's?", "turn_blame_to_facts"),
    ],
    ids=lambda value: value if " " not in value else "",
)
def test_the_move_fits_what_was_said(dialogue: str, wanted: str) -> None:
    assert move(dialogue) == wanted


@pytest.mark.parametrize(
    "dialogue",
    [
        "requester: Good morning, could I have a second monitor?",
        "requester: The build fails with a fatal error: process was killed.",
        "requester: My mistake, I typed the wrong name.\nagent: No problem.\nrequester: And where is the form?",
    ],
    ids=["a plain request", "jargon", "self-blame"],
)
def test_nothing_is_said_where_nothing_has_to_change(dialogue: str) -> None:
    assert card(dialogue) is None


def test_there_is_no_card_once_the_desk_has_answered() -> None:
    said = "requester: This is the third time this week, it is unacceptable."
    assert card(said) is not None
    assert card(f"{said}\nagent: I see that this cost you the week. I am on it now.") is None


def test_the_words_that_call_for_it_are_quoted_with_their_place() -> None:
    found = card("requester: Last time this happened it took a whole week.")
    assert found is not None
    (first, *_) = found.shown
    assert (first.message, first.start, first.quote) == ("m1", 0, "Last time this happened")


def test_a_move_that_did_not_help_is_not_offered_twice_running() -> None:
    first = "requester: Last time this happened it took a whole week."
    again = "agent: You had this before, and it took long.\nrequester: Last time this happened it took a week as well!"
    assert move(first) == "acknowledge_the_history"
    assert move(f"{first}\n{again}") not in (None, "acknowledge_the_history")


def test_safety_is_offered_again_even_where_it_did_not_help() -> None:
    threat = "requester: I know where you live, you will regret this."
    assert move(f"{threat}\nagent: I am passing this on.\n{threat}") == "get_help_now"


def test_a_move_that_was_called_unhelpful_here_gives_way_to_the_next() -> None:
    said = "requester: Last time this happened it took a whole week."
    assert move(said, declined=frozenset({"acknowledge_the_history"})) not in (None, "acknowledge_the_history")


def test_somebody_in_mid_flow_is_let_finish() -> None:
    dialogue = (
        "requester <at=10:00>: This is unacceptable, my whole morning is gone.\n"
        "requester <at=10:00>: And nobody can tell me when it works again."
    )
    assert move(dialogue) == "say_nothing_yet"


def test_in_a_mail_nobody_is_in_mid_flow() -> None:
    dialogue = (
        "requester <at=10:00>: This is unacceptable, my whole morning is gone.\n"
        "requester <at=10:00>: And nobody can tell me when it works again."
    )
    assert move(dialogue, channel="email") != "say_nothing_yet"


def test_a_missed_promise_comes_before_empathy() -> None:
    missed = Shown(message="m1", start=0, end=5, quote="by noon")
    said = "requester: I am really fed up with this."
    assert move(said, facts=Facts(missed_promise=missed)) == "own_the_missed_promise"


MISSED = Shown(message="m2", start=0, end=3, quote="by noon")
ANSWERED = (
    "requester: It is down again, this is unacceptable.\nagent: I see what it costs you. I will call you by noon."
)


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        (Facts(missed_promise=MISSED), "own_the_missed_promise"),
        (Facts(waits_in_silence=MISSED), "send_an_update"),
        (Facts(), None),
    ],
)
def test_while_they_wait_only_the_clock_calls_for_something(facts: Facts, wanted: str | None) -> None:
    assert move(ANSWERED, facts=facts) == wanted


def test_a_settled_matter_is_asked_after_unless_it_ended_in_anger() -> None:
    calm = "requester: It works now, thank you.\nagent: Glad to hear it."
    assert move(calm, facts=Facts(follow_up=True)) == "check_it_holds"
    assert move(ANSWERED, facts=Facts(follow_up=True)) is None


def test_a_boundary_that_is_due_comes_before_it_all_but_danger() -> None:
    facts = Facts(boundary="name_the_behaviour")
    assert move("requester: Last time you did nothing either, you idiot.", facts=facts) == "name_the_behaviour"
    assert move("requester: I know where you live, you will regret this.", facts=facts) == "get_help_now"


def test_after_thanks_that_it_works_the_loop_is_closed() -> None:
    dialogue = "requester: The VPN is down again!!!\nagent: Please try it now.\nrequester: It works again, thanks."
    assert move(dialogue) == "close_the_loop"


@pytest.mark.parametrize(
    "said",
    [
        "Thanks, Thursday works for me.",
        "It will be fixed tomorrow, thanks.",
        "And now? Thanks for asking.",
        "It still works badly.",
    ],
)
def test_thanks_alone_is_no_end(said: str) -> None:
    assert move(f"requester: The VPN is down.\nagent: Please try it now.\nrequester: {said}") != "close_the_loop"


def test_ready_words_fit_the_channel_and_are_at_most_three() -> None:
    said = "requester: This is the third time this week, it is unacceptable."
    chat, mail = card(said), card(said, channel="email")
    assert chat is not None
    assert mail is not None
    assert 1 <= len(chat.say) <= 3
    assert chat.say != mail.say
    assert not any("{" in text for text in (*chat.say, *mail.say))


def test_every_line_of_the_policy_has_its_words_in_the_playbook_and_cites_a_practice() -> None:
    from_the_ladder = {"boundary", "redirect"}
    for line in POLICY:
        assert line.practice.startswith("P-")
        assert line.move in {*from_the_ladder, *playbook().next_moves, *playbook().boundaries}, line.move


def test_no_quote_reaches_a_log() -> None:
    found = card("requester: Last time this happened Wilhelmina waited a week.")
    assert found is not None
    assert "happened" not in repr(found.shown)
