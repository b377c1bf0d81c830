"""A rewrite fitted into its sentence: words taken along, a capital where a sentence begins."""

from __future__ import annotations

from collections.abc import Mapping

import re2

_SLOT = re2.compile(r"\{([a-z]+)\}")
_BEGINS = re2.compile(r"(?:^|[.!?\n]|:\s*\n|[-*•]|\d[.)])[\s\"'“‘(]*$")
_NOT_A_BEGINNING = re2.compile(r"\d[.:]$")


def fitted(say: str, taken: Mapping[str, str], text: str, start: int) -> str:
    """`say` as it stands at `start` of `text`, its `{name}`s filled from `taken`."""
    words: str = _SLOT.sub(lambda slot: taken.get(slot[1], ""), say)
    if begins_sentence(text, start) or _begins_large(text, start):
        return words[:1].upper() + words[1:]
    return words


def _begins_large(text: str, start: int) -> bool:
    """Whether the words found begin with a capital of their own: "I" has one anywhere."""
    return text[start : start + 1].isupper() and text[start + 1 : start + 2].islower()


def begins_sentence(text: str, start: int) -> bool:
    """Whether what stands at `start` is the first word of a sentence, a line or a list item."""
    before = text[max(0, start - 12) : start]
    if start == 0 or not before.strip():
        return True
    return bool(_BEGINS.search(before)) and not (_NOT_A_BEGINNING.search(before) and not before.endswith((" ", "\n")))
