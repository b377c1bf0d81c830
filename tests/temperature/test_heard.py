"""What the encoder is given to read."""

from hypothesis import given
from hypothesis import strategies as st

from calmdesk.signals.zones import zones_of
from calmdesk.temperature.heard import heard


def heard_in(text):
    return heard(text, zones_of(text))


def test_quotes_code_logs_and_links_are_not_heard():
    text = "> you are an idiot\nIt fails with `kill -9`, see https://x.test/a\nFATAL: aborting child\nThanks"
    assert heard_in(text) == "It fails with code , see link log Thanks"


def test_words_in_quotation_marks_colour_the_sentence():
    assert heard_in('Your "fix" again.') == 'Your "fix" again.'


def test_what_a_form_tells_its_writer_is_not_heard():
    assert heard_in("<!-- Be kind. -->It fails.<!-- never closed") == "It fails."


def test_of_a_long_message_the_start_and_the_end_are_heard():
    text = "Beginning. " + "It says nothing at all. " * 400 + "The end."
    found = heard_in(text)
    assert found.startswith("Beginning.")
    assert found.endswith("The end.")
    assert len(found) < 1410


@given(st.text(max_size=3000))
def test_any_text_is_heard_in_bounds(text):
    assert len(heard_in(text)) <= 1403
