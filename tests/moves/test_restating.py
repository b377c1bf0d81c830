"""When a sentence takes up what the person told, and when it only repeats it."""

import pytest

from calmdesk.moves import overlap, telling_words
from tests.moves.seen import made

TOLD = "requester: Since the update the payroll export stops at row 900, and payroll has to be out on Friday.\n"


def restated(answer: str, told: str = TOLD) -> list[str]:
    return made("paraphrases", told + answer)


def test_words_of_their_own_after_an_opening_are_a_paraphrase():
    assert restated("agent: So your payroll file breaks off at row 900. I look at it.") == [
        "So your payroll file breaks off at row 900."
    ]


def test_without_an_opening_more_of_their_words_are_needed():
    assert restated("agent: Your payroll export breaks at row 900, Friday is near.")
    assert restated("agent: Your file is about payroll and Friday evening then.") == []


def test_an_echo_is_no_paraphrase():
    assert restated("agent: So since the update the payroll export stops at row 900.") == []


def test_an_opening_without_anything_of_theirs_is_no_paraphrase():
    assert restated("agent: So you open a ticket with the other team.") == []


@pytest.mark.parametrize(
    "answer",
    [
        "You can run the payroll export up to row 900 before Friday.",
        "I will look at your payroll export and row 900 before Friday.",
        "Does your payroll export stop at row 900 on Friday?",
        "Please send your payroll export with row 900 before Friday.",
    ],
)
def test_advice_a_promise_a_question_and_a_demand_are_no_paraphrase(answer):
    assert restated(f"agent: {answer}") == []


@pytest.mark.parametrize(
    "answer",
    [
        "`So your payroll file breaks off at row 900.`",
        "> So your payroll file breaks off at row 900.",
        'They wrote "so your payroll file breaks off at row 900".',
    ],
)
def test_code_and_quotes_are_skipped(answer):
    assert restated(f"agent: {answer}") == []


def test_what_a_log_says_was_not_told():
    told = "requester: It fails.\n```\npayroll export stopped at row 900\n```\n"
    assert restated("agent: So your payroll file breaks off at row 900.", told) == []


def test_what_the_desk_said_was_not_told_by_the_person():
    told = "requester: Hello.\nagent: The payroll export stops at row 900.\n"
    assert restated("agent: So your payroll file breaks off at row 900.", told) == []


def test_what_comes_late_in_the_answer_explains():
    answer = "agent: There is a limit. It is old. Your payroll export breaks at row 900, Friday is near."
    assert restated(answer) == []


def test_a_name_is_no_telling_word():
    assert telling_words(b"@payroll the export stops") == telling_words(b"export stops")


def test_endings_and_small_words_are_cut_off():
    assert telling_words(b"the exports were stopping, i think") == [b"export", b"stopp"]


@pytest.mark.parametrize(
    ("sentence", "told", "share"),
    [
        ("a b c d", "x a b c d y", 1.0),
        ("a b x y", "a b c d", 0.5),
        ("d c b a", "a b c d", 0.0),
        ("a x b y", "a b c d", 0.0),
        ("", "a b", 0.0),
        ("a b", "", 0.0),
    ],
)
def test_overlap_is_the_share_of_words_in_the_same_order(sentence, told, share):
    assert overlap(sentence.encode().split(), told.encode().split()) == share


def test_the_agent_s_own_view_after_an_opening_is_no_paraphrase():
    own = "agent: If I understand it, I think the payroll export can wait at row 900 until Friday."
    assert restated(own) == []
    assert restated("agent: If I understand it, your payroll file ends at row 900 too early for Friday.")


@pytest.mark.parametrize(
    "answer",
    [
        "That way the payroll export gets past row 900, just as you asked for Friday.",
        "You wait until the payroll export is past row 900 on Friday.",
        "Yes, the row of your payroll export remains 900 after Friday.",
    ],
)
def test_without_an_opening_the_sentence_speaks_of_the_person_first(answer):
    assert restated(f"agent: {answer}") == []
