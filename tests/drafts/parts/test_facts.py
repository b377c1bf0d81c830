from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.drafts.facts import facts
from calmdesk.examples import example_files
from tests.drafts.parts.sayings import CORRECTIONS, FACTS, KEPT, NEAR_MISSES, marked, rows
from tests.examples.expected import read_example
from tests.talk import builtin, said_by, talk

LINES = FACTS.strip().splitlines()


@pytest.mark.parametrize("line", LINES)
def test_a_fact_is_found_with_exactly_its_words(line: str) -> None:
    text, expected = marked(line)
    found = facts(said_by("requester", text), builtin())
    assert {(fact.kind, fact.text) for fact in found} >= expected
    assert all(text[fact.start : fact.end] == fact.text for fact in found)


def test_there_are_sentences_enough_for_every_kind() -> None:
    kinds = [kind for line in LINES for kind, _ in marked(line)[1]]
    assert len(LINES) >= 60
    assert {kind: kinds.count(kind) >= 4 for kind in set(kinds)} == dict.fromkeys(
        ("what", "since", "impact", "who", "where", "error", "deadline", "tried"), True
    )


@pytest.mark.parametrize(("why", "role", "text"), rows(NEAR_MISSES))
def test_words_that_tell_nothing_are_no_fact(why: str, role: str, text: str) -> None:
    assert facts(said_by(role, text), builtin()) == (), why


@pytest.mark.parametrize(("kind", "first", "then", "stands"), rows(CORRECTIONS))
def test_a_later_correction_stands_for_the_earlier_words(kind: str, first: str, then: str, stands: str) -> None:
    found = facts(talk(f"requester: {first}\nagent: Thank you.\nrequester: {then}"), builtin())
    assert [(fact.text, fact.message) for fact in found if fact.kind == kind] == [(stands, "m3")]


@pytest.mark.parametrize(("kind", "first", "then", "stands"), rows(KEPT))
def test_later_words_about_something_else_correct_nothing(kind: str, first: str, then: str, stands: str) -> None:
    found = facts(talk(f"requester: {first}\nagent: Thank you.\nrequester: {then}"), builtin())
    assert [(fact.text, fact.message) for fact in found if fact.kind == kind] == [(stands, "m1")]


def test_an_answer_to_the_desks_question_stands_for_the_earlier_words() -> None:
    told = "requester: It fails since this morning.\nagent: Since when exactly?\nrequester: Since yesterday morning."
    (since,) = (fact for fact in facts(talk(told), builtin()) if fact.kind == "since")
    assert (since.text, since.message) == ("Since yesterday morning", "m3")


def test_one_message_may_hold_many_facts() -> None:
    text = (
        "All scanners in hall B lost the network at 06:40. 14 people cannot book goods. The first truck has to leave "
        "at 08:00. I have restarted the access point."
    )
    kinds = [fact.kind for fact in facts(said_by("requester", text), builtin())]
    assert sorted(set(kinds)) == ["deadline", "since", "tried", "what", "where", "who"]


def test_the_words_of_a_trigger_stand_in_where_no_wording_of_ours_fits() -> None:
    (what,) = facts(said_by("requester", "Total loss of signal, an outage, and customers are waiting."), builtin())[:1]
    assert what.kind == "what"


def test_a_message_in_another_language_tells_nothing() -> None:
    german = "Guten Morgen, mein Konto ist seit heute früh gesperrt und ich komme nicht ins Postfach hinein."
    assert facts(said_by("requester", german), builtin()) == ()


def test_a_fact_never_tells_its_words_to_a_log() -> None:
    (fact,) = facts(said_by("requester", "My VPN keeps dropping."), builtin())
    assert "VPN" not in repr(fact)


@pytest.mark.parametrize("path", example_files(), ids=lambda path: path.name)
def test_every_fact_of_an_example_stands_in_a_message_of_whoever_asks(path) -> None:
    conversation = read_example(path.name)
    for fact in facts(conversation, builtin()):
        message = conversation.message(fact.message)
        assert conversation.role_of(message).value == "requester"
        assert message.text[fact.start : fact.end] == fact.text


@given(
    st.lists(st.sampled_from([marked(line)[0] for line in LINES] + ["> ", "\n", "😀 ", "I’ve ", "“", "`"]), max_size=8)
)
def test_any_text_gives_spans_inside_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for fact in facts(said_by("requester", text), builtin()):
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end] == fact.text
