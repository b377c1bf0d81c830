"""When a sentence of the draft is an echo of one message before it."""

from __future__ import annotations

import pytest

from calmdesk.drafts.echo import echoes
from calmdesk.playbook.phrasing import Echo
from tests.moves.seen import last
from tests.talk import talk

TOLD = "requester: My docking station loses the second screen after lunch every single day.\n"
ECHO = "So your docking station loses the second screen after lunch every single day."


def found(dialogue: str) -> list[str]:
    moment = last(talk(dialogue))
    return [moment.text[start:end] for start, end in echoes(Echo(), moment)]


def test_their_words_in_their_order_are_an_echo() -> None:
    assert found(f"{TOLD}agent: {ECHO}") == [ECHO]


@pytest.mark.parametrize(
    "answer",
    [
        "As you wrote, word by word:\n" + ECHO,
        "You wrote:\n" + ECHO,
        "> " + ECHO,
        "@dana > " + ECHO,
        "I look at the docking station and the second screen right now for you.",
        "After lunch, day by day, your second screen goes dark at the docking station.",
    ],
    ids=["after a colon", "below a colon", "a quoted line", "a quoted answer", "a next step", "another order"],
)
def test_a_quotation_a_next_step_and_words_in_another_order_are_none(answer: str) -> None:
    assert found(f"{TOLD}agent: {answer}") == []


def test_greetings_and_signatures_are_nobody_s_account() -> None:
    both = "Dear team, good morning, kind regards, Maria Lind, Finance Lindholm"
    assert found(f"requester: {both}\nagent: {both}") == []


def test_placeholders_and_names_in_code_tell_nothing() -> None:
    same = "the [place] of the_user at the_desk for [name] and <number> and the [code] again"
    assert found(f"requester: {same}\nagent: {same}") == []


def test_a_word_said_five_times_is_no_row_of_words() -> None:
    same = "error error error error error error error error error"
    assert found(f"requester: {same}\nagent: {same}") == []


def test_two_messages_together_are_not_one() -> None:
    told = "requester: My docking station loses the screen.\nrequester: After lunch, every single day.\n"
    assert found(told + "agent: So your docking station loses the screen after lunch every single day.") == []


def test_what_the_desk_said_is_not_theirs() -> None:
    assert found(f"requester: Hello.\nagent: {ECHO}\nrequester: Yes.\nagent: {ECHO}") == []
