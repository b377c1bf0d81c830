"""Whether a sentence takes up what the person told: in the agent's own words, or as an echo of theirs (P-3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from calmdesk.signals.moment import words_of

# Words that tell nothing about what was said.
_LITTLE = frozenset(
    b"a an the this that these those it its i im ive id me my mine we us our you your yours he she they them their is "
    b"are was were be been being am do does did done have has had having will would can could should may might must "
    b"not no nor and or but so if then than as at by for from in into of on onto off out over to up with about again "
    b"all also any because before after both each few just more most now only other own same some such very too here "
    b"there what when where which who how why yes ok okay please thanks thank hi hello hey dear regards get got "
    b"getting let lets see know think want need like really still even since while dont cant wont isnt arent "
    b"wasnt havent hasnt doesnt didnt sorry understand right correct sure help issue problem "
    b"youre youve youll theyre were weve cannot one make made use used using".split()
)
_AT = ord("@")


def telling_words(folded: bytes) -> list[bytes]:
    """The words that carry what was said, in order, endings such as a plural cut off; names behind an @ left out."""
    if _AT in folded:
        folded = b" ".join(word for word in folded.split() if word[0] != _AT)
    return [_stem(word) for word in words_of(folded) if word not in _LITTLE and len(word) > 1]


def overlap(sentence: Sequence[bytes], told: Sequence[bytes]) -> float:
    """The share (0 to 1) of a sentence's words that repeat what was told, in the same order."""
    if not sentence or not told:
        return 0.0
    next_to = set(pairwise(told))
    repeated = {place + step for place, pair in enumerate(pairwise(sentence)) if pair in next_to for step in (0, 1)}
    return len(repeated) / len(sentence)


def _stem(word: bytes) -> bytes:
    for ending in (b"ing", b"ed", b"es", b"s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word
