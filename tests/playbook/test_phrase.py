import pytest

from calmdesk.playbook.phrase import Choice, Edge, Gap, Listed, PhraseError, Word, list_names, parse_phrase


def test_words_lists_gaps_and_edges_are_told_apart():
    assert parse_phrase("^ you ~5 @insult $") == (
        Edge(start=True),
        Word("you"),
        Gap(5),
        Listed("insult"),
        Edge(start=False),
    )


def test_a_group_offers_one_of_several():
    assert parse_phrase("(a|b c)") == (Choice(((Word("a"),), (Word("b"), Word("c")))),)


def test_a_question_mark_makes_a_word_or_a_group_optional():
    assert parse_phrase("so? bad") == (Choice(((Word("so"),),), optional=True), Word("bad"))
    assert parse_phrase("(a|b)? c")[0] == Choice(((Word("a"),), (Word("b"),)), optional=True)


def test_a_star_stands_for_any_ending():
    assert parse_phrase("escalat*") == (Word("escalat", prefix=True),)


def test_named_lists_are_found_inside_groups():
    assert list(list_names(parse_phrase("(@a|b @c)? @d"))) == ["a", "c", "d"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("You never", "lower case"),
        ("(a|b", "not closed"),
        ("a)", "unexpected ')' at character 2"),
        ("(a||b)", "empty option"),
        ("~9 x", "a gap is"),
        ("~", "at least one word"),
        ("ab*", "three letters"),
        ("@ x", "word list"),
    ],
)
def test_what_cannot_be_read_says_where_and_what_is_allowed(text, says):
    with pytest.raises(PhraseError, match=says.replace("(", r"\(").replace(")", r"\)")):
        parse_phrase(text)
