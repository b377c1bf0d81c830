"""Commitments are found at their exact words, and what only looks like one is not."""

from __future__ import annotations

import pytest

from calmdesk.promises import find

# [[…]] marks the words of the promise, as the ledger quotes them.
FOUND = """
[[I'll get back to you by 2:30]].
Hello Dana, [[I will update you at 14:30]].
[[You'll hear from us within the hour]].
Thanks for waiting. [[Expect an update by end of day]].
[[Will ring you back in 20 minutes]]
ok [[will check and let you know]]
[[I'll look into it and let you know]].
[[By 2:30 I'll get back to you]], I promise.
[[Tomorrow I will call you at 10]].
[[Tomorrow morning our engineer will visit you]].
I'm sorry to hear that. [[The engineer will call you between 9 and 11]], please keep your phone close.
I have asked the network team and [[will write to you again by 4]].
[[Next update: 14:30]]
[[I’ll get back to you by 2:30]] – thank you, José!
😀 [[I'll call you at 3]] 😀
[[I'll   call  you   at   3]].
Thanks for waiting; [[I'll get back to you with the answer
by Friday noon]].
I can't promise a fix, but [[I will call you by 5]].
[[I'll send it to bob@desk.test by 5 pm]].
[[I'll call you at 2 p.m. tomorrow]].
[[I'll let you know when you can pick it up]].
[[I'll call you at 3]] even if it is not fixed.
Even if it is not fixed, [[I'll call you at 3]].
We had no luck with the driver; [[we'll replace the laptop on Monday]].
[[I'll have someone call you at 4]].
[[I'll be calling you at 4]].
[[ill call you at 3]]
[[I'm going to call you at 4]].
[[I am sending the form this afternoon]].
[[Let me check and get back to you by 3]].
[[He'll be at your desk at 3]].
[[It will be fixed by 5pm]].
Your ticket is with the team; [[they will contact you today]].
""".strip()

WHAT = """
I'll give you a ring at 3. -> call
I'll speak to you at 3. -> call
I'll write back by 3. -> update
I'll follow up by 3. -> update
I'll keep you in the loop. -> update
I'll get you an answer by 3. -> update
I'll get this sorted by 3. -> fix
I'll unlock your account by 3. -> fix
I'll take care of it today. -> fix
I'll fix it by 3 and let you know. -> fix
I'll fix it and let you know by 3. -> update
I'll get the form over to you by 3. -> send
I'll forward it today. -> send
I'll come over at 3. -> visit
I'll send an engineer at 3. -> visit
I'll chase the vendor today. -> escalate
I'll escalate this today. -> escalate
I'll have a look at 3. -> check
I'll find out what happened by 3. -> check
I'll check and call you by 3. -> call
We will migrate your mailbox on Monday. -> migrate
"""

NO_PROMISES = {
    "a question": """
        Shall I call you at 3?
        Can I call you at 3?
        Should we call you at 3?
        Who will call you at 3?
        Would you like me to call you at 3?
        Do you want me to call you at 3?
        Is it okay if I call you at 3?""",
    "an offer that waits for an answer": """
        I'll call you at 3, ok?
        I'll call you at 3 if that works.
        I'll call you at 3 if you like.
        If you like, I'll call you at 3.
        I can call you at 3 if you like.
        I'd be happy to call you at 3.
        I'll be happy to help.""",
    "only a possibility": """
        I could call you at 3.
        I might call you at 3.
        I may be able to call at 3.
        I would like to call you at 3.
        I'd rather call you at 3.
        I wish I could call you at 3.""",
    "on a condition": """
        If you restart by 5, it will be fixed by 6.
        Once you send the log I'll check it today.
        I'll check it once you've sent the log.
        Send me the log and I'll check it today.
        Please restart and I'll look at it by 5.
        Unless you object, I'll reset it at 5.
        Should you need it, I'll send it today.
        If that does not help, I'll send an engineer tomorrow.
        When you restart, the update will be installed in 5 minutes.
        I'll only call you if it fails.""",
    "the past": """
        I called you at 2:30.
        I have called you at 3.
        I was going to call you at 3.
        I should have called you at 3.
        I would have called you at 3.
        I said I'd call at 3.
        You told me I'll get a call at 3.
        We were told they'd deliver by Friday.
        It took 20 minutes.""",
    "denied": """
        I can't promise anything by Friday.
        I can't promise that I'll be done by Friday.
        I won't be able to call you by 3.
        We will not have an update before 5.
        I don't think we'll have it fixed by Friday.
        I doubt we'll have it fixed by Friday.
        I'm not sure we'll be done by 5.
        No guarantee that we'll have it fixed by Friday.
        I cannot say when we will have it fixed.
        I never said I'll call you at 3.
        I never promised to call by 3.""",
    "what others or machines do": """
        Maintenance starts at 5 pm.
        The maintenance will start at 5 pm.
        The window will be open from 5 to 7.
        The backup will run at midnight.
        The server restarts at 5.
        We'll restart the server at 5 pm.
        Our office opens at 9.
        The meeting is at 3.
        Microsoft will release the patch on Tuesday.
        The vendor plans a release on Monday.
        The password will expire in 3 days.
        Your session will time out in 20 minutes.
        The system will send you a code in 5 minutes.
        It will notify you in 10 minutes.
        They will get back to us today.
        The ticket will be closed in 3 days.
        We will close this ticket on Friday.""",
    "asked of the requester": """
        Please send me the log by 5.
        Please call us back by 3.
        Let me know by 5.
        You will need to restart by 5.
        You'll need to call back by 5.
        You'll have to wait until 5.
        You can call us at 3.
        You should restart by 5.
        We need your answer by Friday.""",
    "absence, waiting, opinion": """
        I will be out of office until Monday.
        I'll be back in the office on Monday.
        I will be on vacation next week.
        We will be closed on Monday.
        I'll be away until 3.
        I'll wait until 5.
        I'll leave the ticket open until Friday.
        I'll need an hour.
        I'll assume it works.
        We'll see tomorrow.
        It should work now.
        It will take 20 minutes.
        You can expect delays tomorrow.
        We should check the cable tomorrow.""",
    "under way": """
        I am calling about your ticket.
        We are working on it.
        I'm looking at your ticket.
        Thanks for the call at 3.
        See you on Monday.
        Have a nice day tomorrow.""",
}
NOT_OWN_WORDS = (
    "> I'll call you at 3\nnoted",
    '"I\'ll call you at 3" is what he said.',
    "He said: “I will call you at 3”.",
    "run `I will call you at 3`",
    "```\nI will call you at 3\n```",
    "ERROR: I will retry and update you in 5 minutes",
    "2026-03-11 10:00 I will update you in 5 minutes",
    "see https://desk.test/I'll-call-you-at-3",
)


@pytest.mark.parametrize("marked", FOUND.replace("answer\nby", "answer\\nby").split("\n"))
def test_a_commitment_is_found_at_its_words(marked):
    marked = marked.replace("\\n", "\n")
    text = marked.replace("[[", "").replace("]]", "")
    (found,) = find(text)
    assert text[found.start : found.end] == marked[marked.index("[[") + 2 : marked.index("]]")]


@pytest.mark.parametrize("line", WHAT.strip().splitlines())
def test_what_is_promised_is_said_in_one_word(line):
    text, _, what = line.partition(" -> ")
    assert [found.what for found in find(text)] == [what]


@pytest.mark.parametrize(
    ("reason", "text"),
    [(reason, line.strip()) for reason, lines in NO_PROMISES.items() for line in lines.strip().splitlines()],
)
def test_what_only_looks_like_a_commitment_is_none(reason, text):
    assert find(text) == (), reason


@pytest.mark.parametrize("text", NOT_OWN_WORDS)
def test_words_that_are_not_the_writers_own_promise_nothing(text):
    assert find(text) == ()


def test_two_promises_in_one_message_are_two():
    text = "I'll send you the form by 3. I'll call you on Monday at 9."
    assert [text[found.start : found.end] for found in find(text)] == [
        "I'll send you the form by 3",
        "I'll call you on Monday at 9",
    ]


def test_a_promise_said_again_in_the_same_message_counts_once_in_the_words_with_the_time():
    text = "I'll get back to you. As I said, I will get back to you by 3. Really, I'll get back to you."
    assert [text[found.start : found.end] for found in find(text)] == ["I will get back to you by 3"]


def test_looking_into_it_and_letting_know_is_one_promise():
    assert [found.what for found in find("I'll look into it and I'll let you know.")] == ["update"]


def test_the_time_of_something_else_is_not_when_it_is_due():
    (found,) = find("I'll send you the invite for the meeting at 3.")
    assert found.time is None


def test_a_time_that_has_passed_is_not_when_it_is_due():
    (found,) = find("I'll find out why it failed at 9:30.")
    assert found.time is None


def test_an_estimate_is_marked():
    assert [found.estimate for found in find("We should have it fixed by 5. I'll call you at 5.")] == [True, False]


def test_an_estimate_without_a_time_binds_nobody():
    assert find("We hope to have it fixed soon.") == ()


@pytest.mark.parametrize(
    "words",
    [
        "We are there 24/7, I'll call you.",
        "I'll call you about 3 issues.",
        "I'll call you at 3 different numbers.",
        "I'll fix the sat link.",
        "I'll fix version 2.10.26.",
        "I'll fix it on 12 machines.",
        "I'll call you by one of the numbers.",
    ],
)
def test_numbers_and_words_that_are_no_times(words):
    (found,) = find(words)
    assert found.time is None


def test_a_version_is_no_time():
    assert find("I'll upgrade it to 3.") == ()


def test_the_form_is_not_the_invoice():
    assert len(find("I'll send the form. I'll send the invoice by 5.")) == 2
    assert len(find("I'll send the form. I'll send the form by 5.")) == 1


def test_letting_know_on_a_condition_is_a_promise_to_let_know():
    (found,) = find("I'll look into it and let you know if I find something.")
    assert found.what == "update"


def test_near_misses_are_many():
    assert sum(len(lines.strip().splitlines()) for lines in NO_PROMISES.values()) + len(NOT_OWN_WORDS) >= 60
