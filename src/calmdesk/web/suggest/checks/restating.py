"""Whether words restate: about the person, in other words than theirs, and nothing that tells them what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import re2

from calmdesk.moves import overlap, telling_words
from calmdesk.signals.fold import fold
from calmdesk.signals.sentences import sentences_of
from calmdesk.web.suggest.values import Reason

_ECHO = 0.6
_LEAST_TOLD = 4
# Of the words that tell something, this share comes from the person; the rest may be said in other words.
_SHARED = 0.25
_CHECKS = re2.compile(
    r"(?i)^(?:and )?(?:is|was|did|do|have|does) (?:that|this|it|i|we) (?:\w+ ){0,4}?(?:right|correct|correctly|so|it)"
    r"(?: so far)?\?$"
)
_ABOUT_THEM = re2.compile(r"(?i)\b(?:you|your|yours|you(?:'|’)(?:re|ve|d))\b")
_TELLS = re2.compile(
    r"(?i)\b(?:you (?:can|could|should|must|may|might|shall|will|would|ought|need to|have to|had better|got to|are to"
    r"|get to)(?:$|[^'’\w])|you(?:'|’)ll|you (?:will|must|should|need|have) (?:to|not|now|also|just|only)|if you|unless"
    r"|please|kindly|try|make sure|be sure|can you|could you|would you|will you|let(?:'|’)?s|let me|never mind"
    r"|i|we|us|me|my|our|ours|(?:i|we)(?:'|’)\w+|do not|don(?:'|’)t|instead|simply|just (?:send|call|click|go))\b"
)
# "you would like", "you need to be in by noon" tell what they want.
_WISHES = re2.compile(
    r"(?i)\byou (?:would (?:like|prefer|rather|need|love)|do not|don(?:'|’)t|can(?:not| no longer))\b"
)
# What somebody feels is theirs to say.
_FEELS = re2.compile(
    r"(?i)\b(?:feel\w*|felt|ang(?:ry|er)|upset|frustrat\w+|furious|annoy\w+|anxious|worr(?:y|ied|ying)|stress\w*"
    r"|irritat\w+|desperate|afraid|scared|unhappy|disappoint\w+|emotion\w*|mad|hysteric\w*|rude|aggressive)\b"
)
_STATES = re2.compile(
    r"(?i)^(?:(?:and|so|but|also|now|then|since|because|after|before|when|while|every|each|all|for|on|in|at|by|from|as|"
    r"this|that|these|those|it|there|the|a|an|your|you|yours|you(?:'|’)(?:re|ve|d)|both|only|some|most|nobody|no one|"
    r"none|nothing|everything|everyone|everybody|without|with|until|one|if|although|even|despite|meanwhile|still|yet|"
    r"again|twice|once|more|another|its|it(?:'|’)s|\d\S*))\b"
)


def not_restating(words: str, told: Sequence[str]) -> Reason | None:
    """What keeps the words from being a restatement of what the person told, if anything does."""
    sentences = [words[start:end] for start, end in sentences_of(words)]
    stating = [sentence for sentence in sentences if not _CHECKS.match(sentence)]
    if not stating or len(sentences) - len(stating) > 1:
        return Reason.ELSEWHERE
    if any(_tells(sentence) for sentence in stating):
        return Reason.TELLS
    if _FEELS.search(" ".join(stating)):
        return Reason.FEELING
    if not any(_ABOUT_THEM.search(sentence) for sentence in stating):
        return Reason.ELSEWHERE
    theirs = [_words(text) for text in told]
    known = {word for one in theirs for word in one}
    if any(_share(_words(sentence), known) < _SHARED for sentence in stating):
        return Reason.ELSEWHERE
    if any(_is_echo(one, theirs) for one in _parts(stating)):
        return Reason.ECHO
    return None


def _tells(sentence: str) -> bool:
    plain = _WISHES.sub("you", sentence)
    return "?" in plain or bool(_TELLS.search(plain)) or not _STATES.match(plain)


def _parts(sentences: Sequence[str]) -> Iterator[list[bytes]]:
    """The words of the whole, and of each sentence that is long enough to be compared alone."""
    each = [_words(sentence) for sentence in sentences]
    yield [word for words in each for word in words]
    yield from (words for words in each if len(words) >= _LEAST_TOLD)


def _is_echo(words: Sequence[bytes], theirs: Sequence[Sequence[bytes]]) -> bool:
    return any(overlap(words, told) >= _ECHO for told in theirs)


def _share(words: Sequence[bytes], known: set[bytes]) -> float:
    return sum(word in known for word in words) / len(words) if words else 1.0


def _words(text: str) -> list[bytes]:
    return telling_words(fold(text).data)
