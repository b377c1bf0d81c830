import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.signals.disguise import Vocabulary, uncover
from calmdesk.signals.fold import fold

VOCABULARY = Vocabulary(
    known=frozenset([b"idiot", b"so", b"still", b"please"]), hidden=frozenset([b"idiot", b"fuck", b"shit"])
)


def uncovered(text: str) -> str:
    return uncover(fold(text), VOCABULARY).data.decode()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("you 1d10t", "you idiot"),
        ("you !d!ot", "you idiot"),
        ("f*** this", "fuck this"),
        ("you id!ot", "you idiot"),
        ("f*ck this", "fuck this"),
        ("f**k this", "fuck this"),
        ("sh!t!!!", "shit!!!"),
        ("i d i o t", "idiot"),
        ("i.d.i.o.t", "idiot"),
        ("stilllll", "still"),
        ("soooo slow", "so slow"),
        ("pleeeease", "please"),
    ],
)
def test_a_disguised_word_is_written_out(written, read):
    assert uncovered(written) == read


@pytest.mark.parametrize(
    "text", ["x86_64", "s3 bucket", "h.264", "10.0.0.1", "a b c d", "a*", "c++", "i18n", "p@ssw0rd", "v2.1b"]
)
def test_codes_names_and_versions_stay_what_they_are(text):
    assert uncovered(text) == text


def test_stars_that_fit_several_words_are_read_as_the_first_of_them():
    vocabulary = Vocabulary(known=frozenset(), hidden=(b"fucking", b"faggots"))
    assert uncover(fold("f****** printer"), vocabulary).data == b"fucking printer"
    assert uncover(fold("f*ggots"), vocabulary).data == b"faggots"


def test_where_it_stood_is_kept():
    text = "ok 😡 you 1d10t!"
    found = uncover(fold(text), VOCABULARY)
    start = found.data.index(b"idiot")
    assert text[slice(*found.back(start, start + 5))] == "1d10t"
    assert found.disguised == ((9, 14),)


@given(st.text(alphabet="aeiost01345@$!*. dufckh😡é\u200b", max_size=60))
def test_every_place_still_leads_back_into_the_text(text):
    found = uncover(fold(text), VOCABULARY)
    for place in range(len(found.data)):
        start, end = found.back(place, place + 1)
        assert 0 <= start < end <= len(text)
