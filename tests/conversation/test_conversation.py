import pytest

from calmdesk.conversation import Role, Span
from tests.talk import talk

CONVERSATION = talk(
    """
requester: I cannot log in.
agent: Which error do you see?
requester: None. It says [[locked]].
"""
)


def test_the_prefix_ends_with_the_message_it_names():
    prefix = CONVERSATION.until("m2")
    assert [message.id for message in prefix.messages] == ["m1", "m2"]
    assert prefix.participants == CONVERSATION.participants


def test_a_quote_is_the_words_between_the_offsets():
    assert CONVERSATION.quote(Span(message="m1", start=2, end=8)) == "cannot"


def test_a_role_is_that_of_the_sender():
    assert CONVERSATION.role_of(CONVERSATION.message("m2")) is Role.AGENT


def test_a_value_cannot_be_changed():
    with pytest.raises(AttributeError):
        CONVERSATION.subject = "other"
