"""The moves of one message, with their exact words."""

from hypothesis import given
from hypothesis import strategies as st

from calmdesk.moves import move_engine_for
from tests.moves.seen import last, made
from tests.talk import builtin, said_by, talk


def test_several_moves_stand_in_order_of_place():
    moment = last(
        talk(
            "requester: My whole morning is gone.\n"
            "agent: I understand why that is frustrating. I will check the log. Which floor is it?"
        )
    )
    assert [seen.move for seen in move_engine_for(builtin()).find(moment)] == [
        "acknowledges",
        "next_step",
        "clarifies_one",
    ]


def test_a_move_that_is_made_twice_stands_there_twice():
    assert made("thanks", "agent: Thanks for the log. And thank you for the picture.") == [
        "Thanks for",
        "thank you for",
    ]


def test_one_question_is_asked_two_are_neither_one_nor_stacked():
    assert made("clarifies_one", "agent: Which app is it?") == ["Which app is it?"]
    assert made("clarifies_one", "agent: Which app is it? Since when?") == []
    assert made("stacks_questions", "agent: Which app is it? Since when?") == []


def test_three_questions_are_stacked_and_span_from_the_first_to_the_last():
    stacked = made("stacks_questions", "agent: Hi. Which app is it? Since when? Who else has it? Thanks.")
    assert stacked == ["Which app is it? Since when? Who else has it?"]


def test_three_things_to_send_are_stacked():
    text = "agent: Please send the log, the version and the time."
    assert made("stacks_questions", text) == ["the log, the version and the time"]


def test_an_apology_that_is_quoted_or_only_sympathy_is_none():
    assert made("apologises", 'agent: They wrote "I am sorry for that".') == []
    assert made("apologises", "agent: Sorry to hear that.") == []


def test_a_time_that_has_passed_is_no_time_given():
    assert made("time", "agent: I called you at 14:30 yesterday.") == []
    assert made("time", "agent: I will call you at 14:30.") == ["I will call you at 14:30"]


def test_a_thing_that_will_not_be_done_is_no_next_step():
    assert made("next_step", "agent: We will not check private phones.") == []


PIECES = st.sampled_from(
    [
        "So you ",
        "please send ",
        "the log",
        ", ",
        " and ",
        "? ",
        "\n",
        "- ",
        "1. ",
        "`x`",
        "> ",
        "“",
        "İ",
        "😀",
        "Or ",
        "@a ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join), st.text(max_size=60))
def test_whatever_is_written_each_move_lies_within_the_text(answer, told):
    conversation = talk("requester: x\nagent: y")
    first, second = conversation.messages
    messages = (
        type(first)(id="m1", sender=first.sender, text=told),
        type(second)(id="m2", sender=second.sender, text=answer),
    )
    moment = last(
        type(conversation)(
            id="c", channel=conversation.channel, participants=conversation.participants, messages=messages
        )
    )
    seen = move_engine_for(builtin()).find(moment)
    assert list(seen) == sorted(set(seen))
    assert all(0 <= one.start < one.end <= len(answer) for one in seen)
    assert all(answer[one.start : one.end].strip() for one in seen)


def test_a_message_of_nothing_makes_no_move():
    assert move_engine_for(builtin()).find(last(said_by("agent", ""))) == ()
