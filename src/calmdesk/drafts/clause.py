"""Where a rewrite that is a clause of its own may stand: where the words that were found are one, and do not run on."""

from __future__ import annotations

import re2

_REACH = 40
# Nothing of the sentence stands before, or a clause has just begun.
_BEGINS = re2.compile(
    r"(?i)(?:^|[.!?\n,;:()\[\]–—*_>\"“]|\s-)\s*(?:@\S+[\s,:]*)?"
    r"(?:(?:and|but|so|or|then|also|well|sorry|ok|okay|yes|no|now|look|again|oh|honestly|frankly|hi|hello|thanks|"
    r"actually|unfortunately|therefore|hence|because|since|that|as)\b[\s,]*)*$"
)
_JOINED = re2.compile(r"(?i)\b(?:and|but|so|or|then|because|since|that|therefore|hence)\s+$")
# "Because let me explain" is no sentence; "I think this is how it works" is one.
_REASON = re2.compile(
    r"(?i)\b(?:because|since|that|as|as if|as though|although|though|only|"
    r"i(?:'m|’m| am)? (?:think|believe|guess|fear|suspect|feel|afraid)|i would say|i(?:'d|’d) say)\s+$"
)
_PLEA = re2.compile(r"(?i)^(?:let|please|tell|here|thank|what|where|how|can|could|would|all right)\b")
# "The drive [will be back …]": these words follow whatever they are said of.
_PREDICATE = re2.compile(r"(?i)^(?:will|is|are|was|were|has|have|had|should|may|might|must)\b")
_UNSURE = re2.compile(r"(?i)\b(?:if|whether|when|whenever|unless|until|in case|who|which|what)\s+(?:that\s+)?$")
_ENDS = re2.compile(
    r"(?i)^(?:[\s\"'”’)\]*_]*(?:$|[.!?\n,;:()–—]|-\s|[^\x00-\x7f])|\s+(?:and|but|so|or|because|then|while|until|"
    r"since (?:i|we|you|it|the|that|this|they|no)|"
    r"if|when|unless|although|though|which|before|after|yesterday|today|tomorrow|on (?:mon|tues|wednes|thurs|fri)day|"
    r"thanks|thank you|(?:(?:best|kind|warm) )?(?:regards|wishes)|sorry|please)\b)"
)


def takes_clause(say: str, text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are a clause, and `say` may be one in their place."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if not _ENDS.search(after):
        return False
    if _PREDICATE.search(say):
        return True
    if _REASON.search(before):
        return not _PLEA.search(say)
    return not _UNSURE.search(before) and bool(_BEGINS.search(before) or _JOINED.search(before))
