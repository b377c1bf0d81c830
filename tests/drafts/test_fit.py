import pytest

from calmdesk.drafts.fit import begins_sentence, fitted


@pytest.mark.parametrize(
    ("text", "words", "begins"),
    [
        ("You need to go.", "You", True),
        ("It failed. you need to go.", "you", True),
        ("It failed, you need to go.", "you", False),
        ("Hello Dana,\nyou need to go.", "you", True),
        ("- you need to go", "you", True),
        ("1. you need to go", "you", True),
        ("Version 3.5 you need", "you", False),
        ("Really? you need to go.", "you", True),
        ("At 10:30 you need to go", "you", False),
        ("(you need to go)", "you", True),
        ('He said: "you need to go"', "you", False),
        ("Two things:\nyou need to go", "you", True),
    ],
)
def test_it_knows_where_a_sentence_begins(text: str, words: str, begins: bool) -> None:
    assert begins_sentence(text, text.index(words)) is begins


def test_a_rewrite_keeps_the_capital_of_the_words_it_stands_for() -> None:
    assert fitted("please {verb}", {"verb": "restart"}, "😀 You need to restart", 2) == "Please restart"


def test_the_word_i_lends_no_capital() -> None:
    assert fitted("to be on the same page", {}, "well, I told you", 6) == "to be on the same page"


def test_words_taken_along_stay_as_they_were_written() -> None:
    assert fitted("please open {thing}", {"thing": "SharePoint"}, "so you must open SharePoint", 3) == (
        "please open SharePoint"
    )
