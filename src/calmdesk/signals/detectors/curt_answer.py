"""One-word answers where the desk asked something open."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook.detectors import CurtAnswer
from calmdesk.signals.detectors.questions import open_question
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, words_of

_GOOD = frozenset(
    b"thanks thank thx ty cheers great perfect ok okay yes yep yeah sure done fixed works solved super "
    b"nice cool bye hi hello correct right good please ah oh".split()
)


def find(settings: CurtAnswer, moment: Moment) -> Iterator[Hit]:
    """The message, where it and the own answers before it were all curt."""
    if not _curt(settings, moment):
        return
    before = 0
    for earlier in moment.own_past():
        if before + 1 >= settings.times or not _curt(settings, earlier):
            break
        before += 1
    if before + 1 >= settings.times:
        said = moment.text.strip()
        start = moment.text.find(said)
        yield Hit(
            start,
            start + len(said),
            f"{before + 1} answers in a row of {settings.words} words or fewer to open questions",
        )


def _curt(settings: CurtAnswer, moment: Moment) -> bool:
    if len(moment.text) > 40 or moment.answers is None or moment.message.automatic:
        return False
    words = words_of(moment.folded.data)
    if not 0 < len(words) <= settings.words or not _GOOD.isdisjoint(words):
        return False
    if any(any(48 <= letter <= 57 for letter in word) for word in words):
        return False  # a number, a code or a version is an answer
    return open_question(moment.answers.text)
