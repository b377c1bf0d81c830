"""Which words a text must hold before a phrase need be tried at all.

A need is a row of parts, all of which must be met. A part is a set of words, one of which must be in the text, or
several needs, one of which must be met: `(user error|layer 8)` needs user and error, or layer and 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from calmdesk.playbook.phrase import Choice, Listed, Phrase, Word

QUOTE = frozenset({b'"'})

Words = frozenset[bytes]
Part = Words | tuple["Need", ...]
Need = tuple[Part, ...]
Choices = tuple[tuple[tuple[int, ...], ...], ...]

# Everyday words, then words that many support messages hold, the most frequent first: they tell little about a phrase.
_COMMON = frozenset(
    b"you your the a an is are was were be been am i me my we us our it its this that these those to of in on at for "
    b"and or not no do does did dont have has had will would can could should what when how why who if so just all "
    b"with from by up out get got again still now they them people guys team one any some".split()
)
_FREQUENT = (
    b"user please as issue name but ticket note link best there after go need provide support update check waiting "
    b"end code under working time help even closed back new like which every use following also know more days day "
    b"same fix about im week only thanks well because work make see tickets then case want here using error change "
    b"thank let way problem since think already open before asap request into email close kind where cant sure "
    b"their try today over than good being something very ive last going getting add first able side without done "
    b"thats point trying really tried number sorry information doesnt understand having next call while take right "
    b"another set reason needed many such report read send different soon both youre yes made password things "
    b"thing found anything may possible look service everything nothing phone someone fixed doing cannot free "
    b"works never wrong fine through until seems too required share currently give might ask better start failed "
    b"off else actually said says appear most much based latest say part always wont long feel lot ago either "
    b"however stop place ok keep tell told two customer response team account find technical hours weeks months "
    b"years".split()
)
_WEIGHT = {word: 900.0 - 3 * place for place, word in enumerate(_FREQUENT)} | dict.fromkeys(_COMMON, 4000.0)


class KnownLists(Protocol):
    """Word lists that know what a text must hold for one of their entries to be in it."""

    def need(self, name: str) -> Need: ...


def need_of(items: Phrase, lists: KnownLists) -> Need:
    """What a text must hold for these items to be in it; empty where nothing can be said."""
    parts: list[Part] = []
    for item in items:
        if isinstance(item, Word) and not item.prefix:
            parts += (frozenset({part}) for part in plain_words(item.text))
        elif isinstance(item, Listed):
            parts += lists.need(item.name)
        elif isinstance(item, Choice) and not item.optional:
            parts += one_of(item.options, lists)
    return tuple(sorted(parts, key=_weight)[:4])


def one_of(options: Iterable[Phrase], lists: KnownLists) -> Need:
    """The need of several phrases of which one is enough."""
    words: Words = frozenset()
    longer: dict[Need, None] = {}
    for option in options:
        need = need_of(option, lists)
        if not need:
            return ()
        if len(need) == 1 and isinstance(need[0], frozenset):
            words |= need[0]
        else:
            longer[need] = None
    if not longer:
        return (words,)
    return ((*((((words,),)) if words else ()), *longer),)


class Bits:
    """Words as bits of one number, so that "is one of these in the text" is a single step however long the list.

    Sets would be compared word by word, forty times a message.
    """

    def __init__(self, needs: Iterable[Need]) -> None:
        words = {word for need in needs for word in _words_in(need)}
        # Frequent words first: the numbers of groups of everyday words stay short, and most tests are on those.
        ordered = sorted(words, key=lambda word: (-_WEIGHT.get(word, 1.0), word))
        self._bit = {word: 1 << place for place, word in enumerate(ordered)}
        self.words = frozenset(words)
        self._groups: dict[Words, int] = {}

    def group(self, words: Words) -> int:
        """The number of a group that phrases share: kept once, for there are thousands of them."""
        if words not in self._groups:
            self._groups[words] = self.mask(words)
        return self._groups[words]

    def mask(self, words: Words) -> int:
        """The number that stands for these words; words no phrase needs are left out."""
        mask = 0
        for word in words & self.words:
            mask |= self._bit[word]
        return mask

    def choices(self, need: Need) -> Choices:
        """In bits, the parts of a need that leave a choice; what is nested deeper is taken by its rarest words."""
        return tuple(
            tuple(tuple(self.group(words) for words in keys_of(option)) for option in part)
            for part in need
            if not isinstance(part, frozenset)
        )


def met(choices: Choices, mask: int) -> bool:
    """Whether of each choice at least one option has all its words among those of `mask`."""
    for options in choices:
        for option in options:
            for words in option:
                if not words & mask:
                    break
            else:
                break
        else:
            return False
    return True


def _words_in(need: Need) -> Iterator[bytes]:
    for part in need:
        if isinstance(part, frozenset):
            yield from part
        else:
            for option in part:
                yield from _words_in(option)


def keys_of(need: Need) -> list[Words]:
    """For each part, the rarest first, words of which one is in every text that can hold the phrase.

    The first set is what the phrase is found under; the others are a quick test that spares `met` most of its work.
    """
    return [_key(part) for part in need]


def _key(part: Part) -> Words:
    if isinstance(part, frozenset):
        return part
    return frozenset().union(*(_key(option[0]) for option in part))


def _weight(part: Part) -> float:
    """How often the words under which this part would be found are met: rare words come first."""
    return sum(_WEIGHT.get(word, 1.0) for word in _key(part))


@lru_cache(maxsize=20_000)
def plain_words(text: str) -> tuple[bytes, ...]:
    """A word as the index sees it: without apostrophes, taken apart at other marks; a quotation mark is one, too."""
    letters = "".join(c if c.isalnum() else " " for c in text.replace("'", ""))
    marks = QUOTE if '"' in text else ()
    return (*(part.encode("ascii", "ignore") for part in letters.split()), *marks)
