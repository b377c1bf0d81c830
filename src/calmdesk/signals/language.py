"""Whether a message is in a language that calmdesk reads (English so far). What is not read is never shown as calm."""

from __future__ import annotations

from functools import cache
from typing import Any, Protocol

# Words that hardly an English sentence does without, and that other languages do not share.
_ENGLISH = frozenset(
    b"the and is are was were you your my have has had not this that with from what when which would could should "
    b"can will been but they there their because please still does did how why who it its i im ive we our about after "
    b"again all any be by for get got if in just know like me no now of on or out some than then to up us use want yes "
    b"thanks thank hello hi help ok okay work working issue problem".split()
)
_ENOUGH_WORDS = 6
_TELLING_WORDS = 3
_ENOUGH_FOREIGN = 12
_READ_FOR_LANGUAGE = 400


class Guess(Protocol):
    """Says the ISO 639-1 code of a text and how sure it is (0 to 1)."""

    def __call__(self, text: str) -> tuple[str, float]: ...


def may_be_foreign(text: str, words: frozenset[bytes]) -> bool:
    """Whether a text is worth a closer look: cheap, and right for nearly every English message."""
    if not text.isascii() and sum(1 for c in text if c > "\u024f" and c.isalpha()) >= _ENOUGH_FOREIGN:
        return True
    return len(words) >= _ENOUGH_WORDS and len(words & _ENGLISH) * 8 < len(words)


def too_short_to_tell(words: frozenset[bytes]) -> bool:
    """Whether a text says too little for its language to be known from it alone."""
    return len(words) < _TELLING_WORDS or (len(words) < _ENOUGH_WORDS and not words & _ENGLISH)


def foreign_language(text: str, guess: Guess | None = None) -> str | None:
    """The ISO 639-1 code of a text that is clearly in another language; None for English and for too little to tell."""
    letters = sum(1 for c in text if c.isalpha())
    if letters < 2 * _ENOUGH_FOREIGN or 3 * letters < 2 * len(text.replace(" ", "")):
        return None
    code, sure = (guess or _langid())(text)
    return code if code != "en" and sure > 0.95 else None


@cache
def _langid() -> Guess:
    # Loading takes a while, and most desks write English: only when it is first needed.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: Any = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def guess(text: str) -> tuple[str, float]:
        code, sure = identifier.classify(text[:_READ_FOR_LANGUAGE])
        return str(code), float(sure)

    return guess
