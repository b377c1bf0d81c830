"""A phrase is tried only where it can be; it must never be left untried where it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calmdesk.playbook.phrase import parse_phrase
from calmdesk.signals.compiled import CompiledPhrase, Lists
from calmdesk.signals.moment import words_of
from calmdesk.signals.needed import Bits, keys_of, met, need_of

LISTS = Lists({"things": ("printer", "vpn", "mail program"), "bad": ("useless", "rubbish")})
WORDS = ["you", "never", "user", "error", "layer", "8", "printer", "mail", "program", "useless", "can't", "escalating"]
PHRASES = [
    "you never",
    "(user error|layer 8) you?",
    "@things ~2 @bad",
    "(you (never|@bad)|escalat*) @things",
    "can't (you|@things)",
    "^ useless $",
]


def may_hold(need, words):
    bits = Bits([need])
    known = bits.mask(frozenset(words))
    return all(bits.mask(group) & known for group in keys_of(need)) and met(bits.choices(need), known)


@pytest.mark.parametrize(
    ("phrase", "text", "may_be"),
    [
        ("(user error|layer 8)", b"a user", False),
        ("(user error|layer 8)", b"user error", True),
        ("(user error|layer 8)", b"error in layer 8", True),
        ("@things ~2 @bad", b"the mail is rubbish", False),
        ("@things ~2 @bad", b"mail program rubbish", True),
        ("so? bad", b"bad", True),
        ("escalat* this", b"this", True),
        ("can't you", b"you cant", True),
    ],
)
def test_what_a_text_must_hold(phrase, text, may_be):
    assert may_hold(need_of(parse_phrase(phrase), LISTS), words_of(text)) is may_be


def test_a_phrase_is_found_by_its_rarest_words():
    assert keys_of(need_of(parse_phrase("you are a muppet"), LISTS))[0] == {b"muppet"}
    assert keys_of(need_of(parse_phrase("(user error|layer 8)"), LISTS))[0].isdisjoint({b"user"})


@given(st.sampled_from(PHRASES), st.lists(st.sampled_from(WORDS), max_size=8))
@settings(max_examples=400)
def test_wherever_the_pattern_matches_the_need_is_met(phrase, said):
    text = " ".join(said).encode()
    compiled = CompiledPhrase(phrase, LISTS)
    if compiled.pattern.search(text):
        assert may_hold(compiled.need, words_of(text))
        assert not any(group.isdisjoint(words_of(text)) for group in keys_of(compiled.need))
