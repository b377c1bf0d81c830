"""The words that weighed most."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from calmdesk.signals import engine_for, scan
from calmdesk.temperature.telling import telling_words
from tests.talk import builtin, talk


def words_that_tell(text, weighs):
    (item,) = scan(talk(f"requester: {text}"), engine_for(builtin()))
    start, end = telling_words(item.moment, lambda words: float(weighs in words))
    return item.moment.text[start:end]


def test_the_sentence_whose_absence_changes_most_is_named():
    text = "The scanner is new. You never answer. It stands in room five."
    assert words_that_tell(text, "never") == "You never answer."


def test_in_a_long_sentence_only_the_step_that_matters_is_named():
    text = "I restarted it this morning as you said, but you clearly never read what I write, so it is still dark"
    assert words_that_tell(text, "clearly") == "you clearly never read what I write"


def test_a_message_of_one_short_sentence_is_named_whole():
    assert words_that_tell("So we wait again", "wait") == "So we wait again"


def test_only_a_few_parts_of_a_very_long_message_are_tried():
    asked = []
    (item,) = scan(talk("requester: " + "It is slow here today. " * 200), engine_for(builtin()))
    telling_words(item.moment, lambda words: asked.append(words) or 0.0)
    assert len(asked) <= 16


@given(st.text(min_size=1, max_size=200))
def test_the_span_always_lies_in_the_text(text):
    conversation = talk("requester: placeholder")
    conversation = replace(conversation, messages=(replace(conversation.messages[0], text=text),))
    (item,) = scan(conversation, engine_for(builtin()))
    start, end = telling_words(item.moment, len)
    assert 0 <= start <= end <= len(text)
