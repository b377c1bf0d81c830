import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.errors import BadInput
from calmdesk.web.languagetool.annotated import draft_from


def data(*pieces: dict[str, str]) -> str:
    return json.dumps({"annotation": list(pieces)})


def test_plain_text_is_read_as_it_is() -> None:
    draft = draft_from("You need to wait.", None)
    assert draft.text == draft.received == "You need to wait."
    assert draft.back(0, 11) == (0, 11)


def test_markup_is_left_out_and_places_lead_back_behind_it() -> None:
    draft = draft_from(None, data({"markup": "<p><b>"}, {"text": "Calm"}, {"markup": "</b>"}, {"text": " down"}))
    assert draft.text == "Calm down"
    start, end = draft.back(0, 9)
    assert draft.received[start:end] == "Calm</b> down"


def test_what_markup_stands_for_is_read() -> None:
    draft = draft_from(None, data({"text": "One."}, {"markup": "<br>", "interpretAs": "\n\n"}, {"text": "Two."}))
    assert draft.text == "One.\n\nTwo."
    start, end = draft.back(6, 10)
    assert draft.received[start:end] == "Two."


def test_data_may_hold_a_plain_text() -> None:
    assert draft_from(None, '{"text": "Hello"}').text == "Hello"


@pytest.mark.parametrize("given_data", ["{", "[]", '{"annotation": [{"text": 4}]}', '{"annotation": 1}', "{}"])
def test_data_of_another_form_is_refused_in_one_sentence(given_data: str) -> None:
    with pytest.raises(BadInput):
        draft_from(None, given_data)


def test_a_request_without_a_draft_is_refused() -> None:
    with pytest.raises(BadInput, match="Missing 'text' or 'data' parameter"):
        draft_from(None, None)


pieces = st.lists(st.tuples(st.booleans(), st.text(max_size=8)), max_size=8)


@given(pieces)
def test_every_character_that_is_read_leads_back_to_itself(parts: list[tuple[bool, str]]) -> None:
    draft = draft_from(None, data(*({"text": text} if plain else {"markup": text} for plain, text in parts)))
    for place, character in enumerate(draft.text):
        start, end = draft.back(place, place + 1)
        assert draft.received[start:end] == character
