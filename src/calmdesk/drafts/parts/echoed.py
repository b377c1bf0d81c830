"""Whether a wording gives a person's own words back to them: then it is no restatement (P-3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from calmdesk.moves import overlap, telling_words
from calmdesk.signals.fold import fold
from calmdesk.signals.moment import words_of

# Stricter than with what agents write themselves: these words are ours, so that there is always another way to put it.
_SHARE = 0.6
_LEAST = 4
_WORDS = 8


def is_echo(text: str, told: Sequence[str]) -> bool:
    """Whether this share of its telling words, or more, stands as it is in one of the messages."""
    folded = fold(text).data
    words = telling_words(folded)
    if len(words) < _LEAST or len(words_of(folded)) < _WORDS:
        return False
    return any(overlap(words, telling_words(fold(one).data)) >= _SHARE for one in told)
