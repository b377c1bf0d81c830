"""Whether two promises are about the same thing: the form is not the invoice."""

from __future__ import annotations

from calmdesk.signals.fold import fold
from calmdesk.signals.moment import words_of

_SHORT = 3
# Words that say what will be done or when, and nothing of what it is about.
_SAY_NOTHING = frozenset(
    b"will well youll ill shall going have having been back with that this them then they their your yours from into "
    b"about again over ready done send sent sending fix fixed fixing check checked checking look looking replace "
    b"replaced deliver delivered complete completed finish finished resolve resolved sorted repaired restored working "
    b"running should hope expect plan today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday "
    b"morning noon afternoon evening midnight hour hours minute minutes days week month working business before after "
    b"within between until next latest later soon shortly first thing just also instead come get".split()
)


def same_matter(one: str, other: str) -> bool:
    """Whether two quotes share a word that says what they are about, or one of them has none ("I'll fix it")."""
    left, right = _matter(one), _matter(other)
    return not left or not right or not left.isdisjoint(right)


def _matter(quote: str) -> frozenset[bytes]:
    words = words_of(fold(quote).data)
    return frozenset(word for word in words if len(word) > _SHORT and word.isalpha()) - _SAY_NOTHING
