"""What an agent's message asks for: each question and each thing demanded, with its exact words."""

import pytest

from tests.moves.seen import asked


@pytest.mark.parametrize(
    "text",
    [
        "Which error do you see?",
        "Since when?",
        "For which user does it fail?",
        "How should the page look?",
        "What about the other printer?",
        "Is it the left one (the grey one)?",
        "Did you see the light?!",
        "Is the light on？",
    ],
)
def test_a_question_is_one_thing_asked_for(text):
    assert asked(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "How are you?",
        "Is there anything else?",
        "Anything else?",
        "Does that help?",
        "Does that work for you?",
        "Is that ok?",
        "Deal?",
        "Hello, how are you?",
        "Thanks, is there anything else?",
    ],
)
def test_a_question_for_form_s_sake_asks_for_nothing(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Why would anybody do that?",
        "Did you even read my answer?",
        "Sorry, who are you again?",
        "You would not push that to them, would you?",
        "Maybe restart it?",
        "Really?",
    ],
)
def test_a_question_that_wants_no_answer_asks_for_nothing(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    "text", ["Could you please restart it?", "Can you try the other cable?", "Would you mind trying it again?"]
)
def test_a_request_to_do_something_is_no_question(text):
    assert asked(text) == []


def test_the_name_a_question_is_addressed_to_is_no_part_of_it():
    assert asked("@sam.lee, which room is it?") == ["which room is it?"]


def test_two_questions_are_two():
    assert asked("Which app is it? Since when?") == ["Which app is it?", "Since when?"]


def test_a_question_that_goes_on_with_or_is_one():
    assert asked("Is it the cable? Or the dock?") == ["Is it the cable? Or the dock?"]


def test_or_after_no_question_stands_for_itself():
    assert asked("Or is it the dock?") == ["Or is it the dock?"]


def test_a_word_in_brackets_with_a_mark_is_no_question():
    assert asked("We put in a (temporary?) fix on our side.") == []
    assert asked("We put it in (for now?)") == []


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Please send the log, the version and the time.", ["the log", "the version", "the time"]),
        ("please provide us with the log and the version", ["the log", "the version"]),
        ("Could you share the model, along with the app version?", ["the model", "the app version"]),
        ("Send me the ticket number.", ["the ticket number"]),
        ("Thanks for writing, send us the room so that we can come by.", ["the room"]),
        ("We need the time of the crash to find it.", ["the time of the crash"]),
        ("Can we have your phone number please?", ["Can we have your phone number please?"]),
        ("Please let us know which app it is.", ["which app it is"]),
        ("Please tell us the floor, and then we come by.", ["the floor"]),
        ("Kindly confirm it is for the first and the second floor.", ["it is for the first", "the second floor"]),
    ],
)
def test_each_thing_demanded_is_one(text, things):
    assert asked(text) == things


def test_one_thing_described_at_length_stays_one():
    text = "Please send a picture of what happens with the old version and the new one."
    assert asked(text) == ["a picture of what happens with the old version and the new one"]


def test_what_comes_after_the_demand_is_not_demanded():
    assert asked("Please send the log and restart it.") == ["the log"]
    assert asked("Please send the log, thanks and best regards.") == ["the log"]


@pytest.mark.parametrize(
    "text",
    [
        "Let us know if you need anything.",
        "Let me know how it goes.",
        "Let us know, we are here to help.",
        "Please give me a moment.",
        "Please give us some time.",
        "We need your help with that.",
        "Please let me know if that helps.",
        "I will send the log, the version and the time.",
        "Please note that the desk is closed.",
    ],
)
def test_an_offer_or_a_plea_for_patience_demands_nothing(text):
    assert asked(text) == []


def test_let_us_know_whether_it_still_fails_is_asked():
    assert asked("Let us know if it still fails.") == ["if it still fails"]


def test_more_details_after_a_question_are_the_same_question():
    assert asked("What happens then? Let us know more details.") == ["What happens then?"]
    assert asked("Let us know more details.") == ["more details"]


@pytest.mark.parametrize("mark", ["- {}", "* {}", "1. {}", "2) {}"])
def test_each_entry_of_a_list_that_a_demand_leads_to_is_one(mark):
    entries = ["your name", "the laptop", "a picture"]
    text = "Please provide the following:\n" + "\n".join(mark.format(entry) for entry in entries)
    assert asked(text) == entries


def test_entries_numbered_in_one_line_are_told_apart():
    assert asked("please send us below: 1- the log. 2- the version. 3- the time") == [
        "the log",
        "the version",
        "the time",
    ]


def test_a_question_in_a_demanded_list_counts_once():
    assert asked("Please send the following:\n- the log\n- which app is it?") == ["the log", "which app is it"]


def test_a_list_of_steps_is_not_demanded():
    assert asked("Please send the log.\n\n- open the menu\n- press save") == ["the log"]


@pytest.mark.parametrize(
    "text",
    [
        "> Which app is it?\n> Please send the log.",
        "```\nwhich app?\nplease send the log\n```",
        "`which app?`",
        '"Which app is it?"',
        "https://desk.test/?q=which+app?",
    ],
)
def test_quotes_code_and_links_ask_for_nothing(text):
    assert asked(text) == []


def test_a_question_about_code_is_still_one():
    assert asked("What does `net use` say?") == ["What does `net use` say?"]


@pytest.mark.parametrize("text", ["", "?", "...?!", "???", "@sam?", "1?"])
def test_a_mark_without_words_asks_for_nothing(text):
    assert asked(text) == []
