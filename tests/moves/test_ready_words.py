"""The ready words of the playbook make the moves that they are there for."""

import pytest

from calmdesk.conversation import Channel
from calmdesk.moves import move_engine_for
from tests.moves.seen import last
from tests.talk import builtin, talk

TOLD = "requester: The payroll export stops at row 900 since the update, and nobody answers me.\n"
FILLED = {"{issue}": "the payroll export", "{time}": "14:30", "{name}": "Dana"}

# What somebody who says the ready words of a next move, or of a rung of the boundary ladder, does with them.
MAKES = {
    "acknowledge_the_effect": {"acknowledges"},
    "acknowledge_the_history": {"acknowledges"},
    "answer_the_silence": {"acknowledges"},
    "own_the_missed_promise": {"acknowledges"},
    "ask_one_question": {"clarifies_one"},
    "check_it_holds": {"clarifies_one"},
    "close_the_loop": {"status", "answers"},
    "give_a_time": {"time"},
    "hold_the_explanation": {"next_step", "status"},
    "keep_it_factual": {"status", "summarises", "next_step"},
    "offer_a_choice": {"offers_choice"},
    "raise_the_priority": {"acknowledges"},
    "restate_the_problem": {"paraphrases", "checks_understanding"},
    "say_the_next_step": {"next_step"},
    "say_whom_it_waits_for": {"status", "expectation"},
    "send_an_update": {"status"},
    "separate_the_two": {"clarifies_one", "next_step"},
    "turn_blame_to_facts": {"next_step", "status"},
    "use_what_they_told_you": {"acknowledges", "summarises"},
    "redirect_to_the_issue": {"boundary"},
    "hold_the_safeguard": {"expectation", "boundary"},
    "restate_what_is_needed": {"expectation", "boundary"},
    "name_the_behaviour": {"boundary"},
    "say_the_consequence": {"boundary"},
    "end_and_transfer": {"boundary"},
    "get_help_now": {"boundary"},
}
# Listening, and staying with a person in danger, are no moves in the sense of a helpdesk reply.
MAKES_NONE = {"say_nothing_yet", "slow_down", "stay_with_the_person"}


def moves_in(answer: str, channel: Channel = Channel.CHAT) -> set[str]:
    return {seen.move for seen in move_engine_for(builtin()).find(last(talk(f"{TOLD}agent: {answer}", channel)))}


def ready_words() -> list[tuple[str, Channel, str]]:
    rules = {**builtin().next_moves, **builtin().boundaries}
    return [(name, channel, say.text) for name in MAKES for say in rules[name].say for channel in say.channels]


@pytest.mark.parametrize(("name", "channel", "text"), ready_words())
def test_ready_words_make_the_move_that_they_are_there_for(name, channel, text):
    for slot, filling in FILLED.items():
        text = text.replace(slot, filling)
    assert moves_in(text, channel) & MAKES[name]


def test_every_next_move_and_every_rung_says_which_move_it_makes():
    assert MAKES.keys() | MAKES_NONE == builtin().next_moves.keys() | builtin().boundaries.keys()


@pytest.mark.parametrize(
    "text",
    [
        "This stopped your work in the middle of the month end.",
        "It holds you up, and your customers too.",
        "That costs you time on a busy day.",
        "We kept you waiting since Monday.",
        "You have had to explain this three times.",
        "You have waited two days for a reply.",
        "The wait has cost you a whole morning.",
        "Nobody called you back, though I promised that it would happen and it did not happen.",
        "Your lesson cannot start without it, and your class is waiting.",
        "You had no answer from us, and that left you without a plan.",
        "That it failed was not your fault.",
        "You should not have to say all of this twice.",
    ],
)
def test_an_effect_named_in_plain_words_is_acknowledged(text):
    assert "acknowledges" in moves_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Have you waited for the sync to finish?",
        "If you hear nothing by noon, call us.",
        "You will be locked out after five wrong passwords.",
        "The job stops when the disk is full.",
        "It costs nothing to try the other port.",
        "Your work is saved every ten minutes.",
        "What depends on this package?",
        "I have been waiting on you.",
        "You wait until the light is green.",
        "Nothing stands in the way of the update.",
        "The update did not reach the server.",
        "Please do not send it again.",
        "The script took two hours.",
        "It will take you five minutes.",
        "You had the same version before.",
    ],
)
def test_words_about_a_machine_or_a_step_acknowledge_nothing(text):
    assert "acknowledges" not in moves_in(text)
