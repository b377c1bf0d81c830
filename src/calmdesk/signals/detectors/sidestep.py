"""The desk asked; the reply takes up none of it and presses instead."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.playbook.detectors import Sidestep
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, words_of
from calmdesk.signals.zones import touches

_SMALL = frozenset(
    b"the a an and or but is are was were be been do does did have has had i you we they it this that to "
    b"of in on at for with my your our me us can could would will should what which when where how why who "
    b"not no yes please there here any if so as from by get got just now then its im ive still tell know "
    b"see".split()
)
_ANSWERS = frozenset(
    b"yes no yep nope yeah ok okay sure done correct maybe tried version error says shows here attached "
    b"sorry thanks thank mean means understand".split()
)
# Asks for time, for somebody else or for the end of it; a question about the step itself is taking part.
_PRESSES = re2.compile(
    r"(?i)^(?:(?:so|and|but|ok|okay|well|look|listen|again|just|please|hello)[ ,.]+)*(?:"
    r"when (?:will|is|are|can|do|does|am)\b|how (?:much )?long(?:er)?\b|how many (?:more|times)\b|"
    r"how (?:is|does) (?:this|that) help|what(?:'s| is) taking\b|what does (?:that|this|it) matter|what difference|"
    r"why (?:is|are|isn'?t|aren'?t|hasn'?t|haven'?t|can'?t|cannot|don'?t|does|do|should|would|am|must|has|have)\b|"
    r"who (?:is|do|can|will)\b|will (?:this|it|you|someone|anyone)\b|can(?:'?t)? you (?:just|please just|not)\b|"
    r"can (?:someone|somebody|anyone) (?:else|just)\b|are you (?:going to|even|able)\b|"
    r"is (?:anyone|somebody|someone|this ever|it going)\b|do you (?:even|know how)\b)"
)
_OFFERS = re2.compile(
    r"(?i)anything else|how (?:can|may) (?:i|we) help|are you (?:there|still|ok)|all good\?|does that (?:help|make)"
)


def find(settings: Sidestep, moment: Moment) -> Iterator[Hit]:
    """The question that presses, where nothing of the desk's own question is taken up."""
    if "?" not in moment.text or moment.answers is None or "?" not in moment.answers.text:
        return
    words = words_of(moment.folded.data)
    if len(words) < settings.words or not _ANSWERS.isdisjoint(words) or any(word[:1].isdigit() for word in words):
        return
    if _OFFERS.search(moment.answers.text):
        return
    asked = _content(moment.answers)
    if len(asked) < 2 or not asked.isdisjoint(word[:5] for word in words):
        return
    for start, end in moment.sentences:
        said = moment.text[start:end]
        if (
            said.rstrip("!").endswith("?")
            and _PRESSES.search(_unaddressed(said))
            and not touches(moment.zones, start, end)
        ):
            yield Hit(start, end, "the desk's question is not taken up; another is asked back")
            return


def _unaddressed(sentence: str) -> str:
    """Without the name it is spoken to: "@kim, when …", "kim: when …"."""
    first, _, rest = sentence.partition(" ")
    return rest.lstrip() if first.startswith("@") or first.endswith((":", ",")) else sentence


def _content(moment: Moment) -> frozenset[bytes]:
    questions = " ".join(moment.text[start:end] for start, end in moment.sentences if moment.text[end - 1] == "?")
    words = words_of(questions.lower().encode("ascii", "replace"))
    return frozenset(word[:5] for word in words if word not in _SMALL and len(word) > 2)
