"""A sentence of the draft that gives a person's own words back to them (P-3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import re2

from calmdesk.moves import overlap, telling_words
from calmdesk.moves.own_text import own_text
from calmdesk.playbook.phrasing import Echo
from calmdesk.signals.fold import fold
from calmdesk.signals.moment import Moment, words_of
from calmdesk.signals.zones import touches

Span = tuple[int, int]
_READ = 4
# So many different telling words in a row, as one message has them, are no accident.
_IN_A_ROW = 5
# A greeting and what follows a sign-off are nobody's account of what happened.
_SIGNED = re2.compile(
    r"(?is)\b(?:(?:kind|best|warm)(?:est)?\s+(?:regards|wishes)|regards|sincerely|faithfully|cheers)\b.{0,300}$"
)
_COURTESY = frozenset(
    b"greeting dear dears sir madam all team morning afternoon evening good day best kind warm regard regards "
    b"sincerely faithfully cheer cheers yours wish wishes note kindly hope well find mail email message ticket".split()
)
# Placeholders, and names of things that have no other name: [name], <user>, ph_user, error_log.
_NAMED = re2.compile(r"\[[^\]\n]{1,40}\]|<[^>\n]{1,40}>|\{[^}\n]{1,40}\}|@\S+|\S*\w_\w\S*")
_QUOTES = re2.compile(r"^(?:@\S+[\s,:]*)?[>|]")
_INTRODUCES = re2.compile(r":\s*$")


def echoes(look: Echo, moment: Moment) -> Iterator[Span]:
    """Sentences of which `share` or more, and enough words in a row, are those of one message before."""
    told = [past.once(_told) for past in islice(moment.past(), _READ) if not past.from_desk and past.spoken]
    signed = _SIGNED.search(moment.text)
    for start, end in moment.sentences if any(told) else ():
        if signed and start >= signed.start():
            return
        sentence = moment.text[start:end]
        if len(words_of(fold(sentence).data)) < look.words or _is_quoted(moment.text, start, end):
            continue
        words = _telling(sentence)
        if len(words) < _IN_A_ROW or touches(moment.zones, start, end):
            continue
        if any(overlap(words, theirs) >= look.share and _in_a_row(words, theirs) for theirs in told):
            yield start, end


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the sentence is marked as theirs: by a sign, or by a colon before it."""
    return bool(_QUOTES.search(text[start:end]) or _INTRODUCES.search(text[max(0, start - 20) : start]))


def _told(moment: Moment) -> list[bytes]:
    return _telling(own_text(moment))


def _telling(text: str) -> list[bytes]:
    return [word for word in telling_words(fold(_NAMED.sub(" ", _SIGNED.sub("", text))).data) if word not in _COURTESY]


def _in_a_row(words: Sequence[bytes], told: Sequence[bytes]) -> bool:
    rows = _rows(told)
    return any(row in rows for row in _rows(words))


def _rows(words: Sequence[bytes]) -> set[tuple[bytes, ...]]:
    """Every row of different words of that length."""
    rows = (tuple(words[at : at + _IN_A_ROW]) for at in range(len(words) - _IN_A_ROW + 1))
    return {row for row in rows if len(set(row)) == _IN_A_ROW}
