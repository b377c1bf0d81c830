import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers.cue_text import said


@pytest.mark.parametrize(
    ("payload", "voices"),
    [
        ("<v Dana Reed>Hello</v>", [("Dana Reed", "Hello")]),
        ("<v.loud.first Dana>Hello", [("Dana", "Hello")]),
        ("<v Dana>Hello <b>you</b></v>\n<v Kim>Hi</v>", [("Dana", "Hello you"), ("Kim", "Hi")]),
        ("<v Dana>Hello</v> and so on", [("Dana", "Hello"), (None, "and so on")]),
        ("<v O&apos;Neill &amp; Co>a &lt; b", [("O'Neill & Co", "a < b")]),
        ("<v>Hello", [(None, "Hello")]),
        ("When <00:17.500>the <c.yellow>moon</c>", [(None, "When the moon")]),
        ("if x < 5 and y > 3", [(None, "if x < 5 and y > 3")]),
        ("a <- b, Vec<T>, <unknown>", [(None, "a <- b, Vec<T>, <unknown>")]),
        (r"{\an8}<i>Hello</i>", [(None, "Hello")]),
        ('<font color="#fff">Hello</font>', [(None, "Hello")]),
        ("ends with <", [(None, "ends with <")]),
        ("<v Dana>", []),
        ("", []),
    ],
)
def test_words_without_markup_and_whose_they_are(payload, voices):
    assert [(one.speaker, one.text) for one in said(payload)] == voices


@given(st.text(alphabet="<>v/ aD&;{}\\n01:.", max_size=60))
def test_no_word_is_made_up(payload):
    letters = sum(one.text.count("a") for one in said(payload))
    assert letters <= payload.count("a") + payload.count("&")
