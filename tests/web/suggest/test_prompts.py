"""What leaves the machine, and what does not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.web.suggest.prompts import calmer_wording_of, restatement_of
from calmdesk.web.suggest.values import NothingToAsk
from tests.web.conftest import conversation


def message(place: int, sender: str, text: str, **more: Any) -> dict[str, Any]:
    return {"id": f"m{place}", "sender": sender, "text": text} | more


def data_of(body: dict[str, Any]) -> Any:
    return json.loads(body["messages"][1]["content"])


def test_a_question_has_no_tools_no_stream_and_no_chance() -> None:
    body = restatement_of(conversation(), "small").body
    assert set(body) == {"model", "messages", "temperature", "max_tokens", "n", "stream"}
    assert (body["temperature"], body["n"], body["stream"]) == (0, 1, False)
    assert body["max_tokens"] < 1000
    assert [one["role"] for one in body["messages"]] == ["system", "user"]


@given(st.text(max_size=300))
def test_no_words_of_others_reach_the_instruction_or_leave_the_data(text: str) -> None:
    talk = conversation(messages=[message(1, "U1", "Help."), message(2, "U1", text)])
    fixed = restatement_of(conversation(), "small").body["messages"][0]
    body = restatement_of(talk, "small").body
    assert body["messages"][0] == fixed
    assert data_of(body).keys() == {"conversation"}
    assert data_of(calmer_wording_of(f"x{text}", "small").body) == {"draft": f"x{text}"}


def test_names_addresses_and_notes_to_colleagues_stay() -> None:
    talk = conversation(
        messages=[
            message(1, "U1", "I cannot log in.", to=["desk@desk.test"]),
            message(2, "A1", "He always does this.", internal=True),
            message(3, "A1", "We received your mail.", automatic=True),
            message(4, "A1", "What does the screen show?"),
        ]
    )
    question = restatement_of(talk, "small")
    assert data_of(question.body)["conversation"] == [
        {"from": "person", "text": "I cannot log in."},
        {"from": "helpdesk", "text": "What does the screen show?"},
    ]
    assert question.sources == ("I cannot log in.",)
    assert "Dana" not in json.dumps(question.body)
    assert "amir@desk.test" not in json.dumps(question.body)


def test_quoted_lines_of_an_earlier_mail_are_not_the_persons_words() -> None:
    talk = conversation(messages=[message(1, "U1", "Still locked out.\n> We will call at 5.\n> Lee")])
    assert restatement_of(talk, "small").sources == ("Still locked out.",)


def test_a_calmer_wording_is_asked_with_the_draft_alone() -> None:
    question = calmer_wording_of("You must wait.", "small")
    assert question.sources == ("You must wait.",)
    assert data_of(question.body) == {"draft": "You must wait."}


def test_a_long_conversation_is_sent_in_part_the_newest_last() -> None:
    talk = conversation(messages=[message(place, "U1", f"{place} " + "word " * 300) for place in range(40)])
    sent = data_of(restatement_of(talk, "small").body)["conversation"]
    assert sum(len(one["text"]) for one in sent) <= 6_000
    assert sent[-1]["text"].startswith("39 ")


def test_one_message_that_is_too_long_is_sent_in_part() -> None:
    talk = conversation(messages=[message(1, "U1", "word " * 9_000)])
    assert len(restatement_of(talk, "small").sources[0]) <= 6_000


def test_where_the_person_said_nothing_nothing_is_asked() -> None:
    with pytest.raises(NothingToAsk, match="nothing to restate"):
        restatement_of(conversation(messages=[message(1, "A1", "Hello?")]), "small")
