"""What a draft is said to lack: only what this moment calls for, and what the draft does not do in other words."""

from __future__ import annotations

import pytest

from calmdesk.conversation import Channel
from calmdesk.drafts import Situation, check, situation_of
from calmdesk.signals import engine_for, scan
from calmdesk.temperature import rules_judge, temperatures
from tests.talk import builtin, talk

TENSE = Situation(channel=Channel.EMAIL, tense=True)
CALM = Situation(channel=Channel.EMAIL)
SHORT = "requester: This is the third time today, it is unacceptable!"
LONG = (
    "requester: This is unacceptable. Since the move to floor three my badge opens neither the lab nor the stairs, so "
    "I ring the porter each time, who has to leave the desk and come up with the lift. On Monday I waited half an hour "
    "with two visitors, on Tuesday the porter was ill and nobody came, and today I missed the start of my own lesson "
    "because the corridor was shut as well. My colleagues hold the doors open for me by now, which the house rules "
    "forbid, and the reader at the car park works one day and blinks red the next, so that I park in the street."
)


def missing(draft: str, situation: Situation = TENSE) -> tuple[str, ...]:
    return check(draft, builtin(), situation).missing


def after(dialogue: str) -> Situation:
    conversation = talk(dialogue, Channel.EMAIL)
    scanned = scan(conversation, engine_for(builtin()))
    return situation_of(conversation, scanned, temperatures(conversation, scanned, rules_judge(builtin().signs)))


def test_a_tense_person_is_owed_an_acknowledgement_and_a_next_step() -> None:
    assert missing("The server in the cellar is an old one.", after(SHORT)) == ("acknowledges", "next_step")


@pytest.mark.parametrize(
    "draft",
    [
        "This has stopped your work. I am checking the server now and will write by 14:30.",
        "I'm sorry for the third failure. I will call you by 14:30.",
    ],
)
def test_a_draft_that_names_the_effect_the_step_and_the_time_lacks_nothing(draft: str) -> None:
    assert missing(draft, after(SHORT)) == ()


def test_a_calm_person_is_owed_a_next_step_in_writing_and_no_acknowledgement() -> None:
    assert missing("The server in the cellar is an old one.", CALM) == ("next_step",)
    assert missing("The server in the cellar is an old one.", Situation(channel=Channel.CHAT)) == ()


def test_a_short_complaint_need_not_be_said_back() -> None:
    assert "paraphrases" not in missing("The server in the cellar is an old one.", after(SHORT))


def test_a_long_story_is_to_be_said_back() -> None:
    assert "paraphrases" in missing("The server in the cellar is an old one.", after(LONG))


def test_a_story_in_several_messages_is_as_long_as_all_of_them() -> None:
    first, second = LONG.removeprefix("requester: ").split(". On Monday ")
    told = after(f"requester: {first}\nrequester: On Monday {second} This is unacceptable!")
    assert "paraphrases" in missing("The reader in the corridor is an old one.", told)
    answered = after(f"requester: {first}\nagent: Thank you, we have it.\nrequester: Unacceptable! I am waiting!")
    assert "paraphrases" not in missing("The reader in the corridor is an old one.", answered)


@pytest.mark.parametrize(
    "words",
    [
        "That's not what I said, you are not listening to me.",
        "As I already told you twice, the badge is dead!",
    ],
)
def test_who_says_that_they_were_not_heard_is_to_be_told_what_arrived(words: str) -> None:
    situation = after(f"requester: My badge is dead.\nagent: Which badge do you mean?\nrequester: {words}")
    assert "paraphrases" in missing("The reader in the corridor is an old one.", situation)


@pytest.mark.parametrize(
    "draft",
    [
        "So you needed the porter at each door and came late to a lesson. I will call the badge team by 14:30.",
        "To sum up: three doors, and no way in since the move. I will call the badge team by 14:30.",
        "Lab, stairs and corridor since the move, is that right? I will call the badge team by 14:30.",
        "You can use the visitor badge from the reception until the new one is there.",
    ],
    ids=["in other words", "summed up", "checked", "answered"],
)
def test_what_was_said_back_or_answered_is_not_asked_for_again(draft: str) -> None:
    assert "paraphrases" not in missing(draft, after(LONG))


@pytest.mark.parametrize(
    "draft",
    [
        "Did it start before the move? Or does it also happen at home? Which floor is it?",
        "Is it the left door? And is the light on it green?",
        "For this the colleagues of the forum are there, please use their form.",
        "Mind trying the page of the building team once more?",
        "The steps are written at https://desk.test/badges for everybody.",
        "The command is short, and it goes like this:\n```\nbadge renew\n```",
        "Have a go with the steps below and tell us how it went.",
    ],
    ids=["questions", "two questions", "a request", "an invitation", "a link", "code", "a go"],
)
def test_a_draft_that_asks_points_somewhere_or_shows_how_has_a_next_step(draft: str) -> None:
    assert "next_step" not in missing(draft)


def test_a_long_draft_is_taken_to_have_taken_up_what_was_told() -> None:
    sentence = "The reader in the corridor compares each badge with a list of its own every night. "
    assert "paraphrases" in missing(sentence * 2, after(LONG))
    assert "paraphrases" not in missing(sentence * 8, after(LONG))


def test_a_long_explanation_is_taken_for_an_answer_and_lacks_no_step() -> None:
    assert "next_step" not in missing("The reader compares the badge with its own list every night. " * 6)
    assert "next_step" in missing("The reader compares the badge with its own list every night.")


@pytest.mark.parametrize(
    "draft",
    [
        "I will look into the badge server with the colleagues.",
        "We are currently checking the reader in the corridor.",
    ],
)
def test_who_is_left_waiting_is_owed_a_time(draft: str) -> None:
    assert "time" in missing(draft)


@pytest.mark.parametrize(
    "draft",
    [
        "Please join the session behind the link in your calendar.",
        "Could you send the number on the badge, so that we can look for it?",
        "Let's take a look at that. Is it one door? Are there others?",
        "The badge has been reset and your account is unlocked.",
        "Your ticket was resolved this morning by the network team.",
        "It works again since the reader has been replaced.",
        "I have asked the team, and you can take the visitor badge meanwhile.",
    ],
    ids=["a request", "a demand", "questions", "reset", "resolved", "works again", "a way meanwhile"],
)
def test_no_time_is_owed_where_the_person_is_asked_to_act_or_it_is_done(draft: str) -> None:
    assert "time" not in missing(draft)


def test_what_sets_a_limit_stands_alone() -> None:
    assert missing("Your tone is not acceptable. I go on once we speak calmly.", after(LONG)) == ()


def test_notes_to_colleagues_and_the_first_words_lack_nothing() -> None:
    assert missing("The server in the cellar is an old one.", Situation(tense=True, internal=True)) == ()
    assert missing("Hello Dana,") == ()
