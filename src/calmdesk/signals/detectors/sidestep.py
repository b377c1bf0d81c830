"""The desk asked; the reply takes up none of it."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook.detectors import Sidestep
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, words_of
from calmdesk.signals.sentences import sentences_of

_SMALL = frozenset(
    b"the a an and or but is are was were be been do does did have has had i you we they it this that to of in on at for with my "
    b"your our me us can could would will should what which when where how why who not no yes please there here any if so as "
    b"from by get got just now then it's its im ive".split()
)
_ANSWERS = frozenset(b"yes no yep nope yeah ok okay sure done correct right maybe think tried version error says shows here attached sorry thanks".split())


def find(settings: Sidestep, moment: Moment) -> Iterator[Hit]:
    """The question asked back, where nothing of the desk's question is taken up."""
    if moment.answers is None or "?" not in moment.text or "?" not in moment.answers.text:
        return
    words = words_of(moment.folded.data)
    if len(words) < settings.words or not _ANSWERS.isdisjoint(words) or any(word[:1].isdigit() for word in words):
        return
    asked = _content(moment.answers, only_questions=True)
    if len(asked) < 2 or not asked.isdisjoint(word[:5] for word in words):
        return
    for start, end in sentences_of(moment.text):
        if moment.text[end - 1] == "?":
            yield Hit(start, end, "the desk's question is not taken up; another is asked back")
            return


def _content(moment: Moment, *, only_questions: bool) -> frozenset[bytes]:
    text = " ".join(
        moment.text[start:end] for start, end in sentences_of(moment.text) if not only_questions or moment.text[end - 1] == "?"
    )
    return frozenset(
        word[:5] for word in words_of(text.lower().encode("ascii", "replace")) if word not in _SMALL and len(word) > 2
    )
