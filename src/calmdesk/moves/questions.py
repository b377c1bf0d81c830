"""What a message asks for: its questions, and the things it tells the person to send."""

from __future__ import annotations

import re2

from calmdesk.moves.demands import Place, demanded
from calmdesk.moves.own_text import own_text
from calmdesk.signals.moment import Moment

_CALLED = re2.compile(r"^(?:@\S+[\s,:–-]*)+")
_GREETED = re2.compile(
    r"(?i)^(?:(?:hi|hello|hey|greetings|dear|ok|okay|h+m+|well|thanks|and|also|so|but|again)\b[ ,!-]*)+"
)
# Asked for form's sake, or in scorn: nothing has to be answered.
_COURTESY = re2.compile(
    r"(?i)^(?:how are you|hope you|(?:does|do|would) (?:that|this|it) (?:help|make sense|sound|work for you)|"
    r"(?:is|are) (?:that|this|we) (?:ok|okay|alright|all right|fine)\b|(?:is there )?any ?thing else|"
    r"(?:ok|okay|right|alright|deal|yes|no|really|seriously|see|agreed|you|me|us|sound good|sounds good|fair)\s*\?|"
    r"(?:maybe|perhaps|how about|why not|why don'?t (?:we|you)|shall we|as for|so what|who cares|says who|"
    r"(?:sorry,? )?who are you|what the (?:hell|heck|fuck)|what harm|what do you want from|how hard)\b|"
    r"(?:did|have|do|can|can't|can’t) you (?:even|not|at all) \w+|did you (?:even )?read\b|"
    r"do you see (?:how|that|why)\b|why (?:would|should) \w+|how (?:would|should) (?:we|i|anyone|anybody|one)\b|"
    r"why is there such|how many times would|(?:do|would)n['’]?t you (?:agree|think)|"
    r"should(?:n['’]?t| not) \w+|what if\b|can we not|(?:for an?|because)\b|(?:how|why|what|when|who)\s*\?)"
)
_TAG = re2.compile(
    r"(?i),\s*(?:would|do|does|did|is|are|was|were|has|have|can|could|should|will|won|don|isn|aren|doesn|didn|wouldn)"
    r"(?:n?['’]?t)? (?:you|it|they|we|he|she|i|not)(?: not)?\s*[?？]"
)
# A request to do something is no question about the matter.
_TO_DO = re2.compile(
    r"(?i)\b(?:(?:can|could|would|will) you|(?:would you )?mind)\s+"
    r"(?:(?:please|kindly|also|just|maybe|then|first|perhaps|all)\s+)*"
    r"(?:try|trying|test|check|restart|reboot|join|open|reopen|close|update|upgrade|upvote|install|uninstall|remove|"
    r"delete|log|sign|connect|use|change|move|rebase|approve|wait|hold|bear|stop|click|turn|unplug|plug|clear|refresh|"
    r"reload|retry|have a look|take a look|look|review|submit|train|make|help|call)\b"
)
_OR = re2.compile(r"(?i)^or\b")
_MARK = re2.compile(r"[?？][\"'”’)\]!?？.]*$")
_BRACKETED = re2.compile(r"\([^()]*[?？]\)$")
# After a question, "let us know more details" asks the same once more.
_SAME_AGAIN = re2.compile(r"(?i)^(?:some\s+)?more\s+(?:details?|info(?:rmation)?|about)\b|^(?:the|any)\s+details\b")
_LETTER = re2.compile(r"\pL")


def asked_in(moment: Moment) -> tuple[Place, ...]:
    """
    The span of each thing asked for, in order.

    A question asks for one thing, "please send the log, the version and the time" for three. A question put for
    form's sake or in scorn, and a request to do something, ask for nothing. Code, quotes and links are not read.
    """
    return moment.once(_asked)


def _asked(moment: Moment) -> tuple[Place, ...]:
    text = own_text(moment)
    found: list[Place] = []
    listed_to = 0
    for start, end in moment.sentences:
        if start < listed_to:
            continue
        start += _before(text[start:end])
        things, listed = demanded(text, start, end)
        listed_to = max(listed_to, listed)
        if not _is_question(text[start:end]) or len(things) > 1:
            found += (thing for thing in things if not (found and _SAME_AGAIN.search(text[thing.start : thing.end])))
        elif found and _OR.search(text[start:end]):
            found[-1] = Place(found[-1].start, end)  # "Is it the cable? Or the dock?" is one question
        else:
            found.append(Place(start, end))
    return tuple(found)


def _before(sentence: str) -> int:
    """How long the name is that the sentence is addressed to."""
    called = _CALLED.search(sentence)
    return called.end() if called else 0


def _is_question(sentence: str) -> bool:
    if not _MARK.search(sentence) or not _LETTER.search(sentence):
        return False
    bracketed = _BRACKETED.search(sentence)
    if bracketed and bracketed.start() > 0:
        return False
    greeted = _GREETED.search(sentence)
    rest = sentence[greeted.end() :] if greeted else sentence
    return not (
        _COURTESY.search(sentence) or _COURTESY.search(rest) or _TAG.search(sentence) or _TO_DO.search(sentence)
    )
