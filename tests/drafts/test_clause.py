"""Where a rewrite that is a clause of its own may stand."""

import pytest

from calmdesk.drafts.clause import takes_clause

STATES, ASKS = "this is how it works", "let me explain"


def takes(marked: str, say: str = STATES) -> bool:
    before, rest = marked.split("[")
    words, after = rest.split("]")
    return takes_clause(say, before + words + after, len(before), len(before) + len(words))


@pytest.mark.parametrize(
    "text",
    [
        "[You do not get it].",
        "[You do not get it]",
        "Hello Ana,\n[you do not get it]\nThe port is closed.",
        "Sorry, [you do not get it].",
        "The port is closed; [you do not get it].",
        "The port is closed, and [you do not get it], but that is fine.",
        "It was long, so [you do not get it] and that is fine.",
        "(basically, [you do not get it])",
        "@ana.lee [you do not get it].",
        "The port is closed - [you do not get it] - as I said.",
        "**[You do not get it]**",
        "Sorry [you do not get it] 🙂",
    ],
)
def test_a_clause_stands_where_a_clause_stood(text: str) -> None:
    assert takes(text)
    assert takes(text, ASKS)


@pytest.mark.parametrize(
    "text",
    [
        "[You do not get] the code.",
        "[You do not get it] here.",
        "Is this your way of telling us [you do not get] what it means?",
        "I wonder whether [you do not get it].",
        "If [you do not get it], call me.",
        "Those who say [you do not get it] are wrong.",
    ],
)
def test_it_does_not_run_on_and_is_no_object(text: str) -> None:
    assert not takes(text)


def test_a_predicate_follows_whatever_it_is_said_of_and_does_not_run_on() -> None:
    say = "will be back, and I will give you a time for that"
    assert takes("The drive [will be back soon].", say)
    assert not takes("The drive [will be back soon] on this floor.", say)


@pytest.mark.parametrize("before", ["It failed because", "I see that", "I write since"])
def test_after_a_reason_stands_a_statement_and_no_plea(before: str) -> None:
    assert takes(f"{before} [you do not get it].")
    assert not takes(f"{before} [you do not get it].", ASKS)
