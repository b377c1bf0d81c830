"""Details drying up: answers that shrink against the person's own length."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from calmdesk.playbook.detectors import Shrinking
from calmdesk.signals.detectors.questions import open_question
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment

_LONGEST = 80
_BACK = 12
# Short because all is well, or because one word says it all.
_ENOUGH = frozenset(
    b"thanks thank thx ty cheers great perfect works worked working fixed solved done bye resolved good "
    b"nice cool awesome ok okay yes yep yeah sure yup correct right true exactly sorry attached attachment "
    b"screenshot sent here please hi hello".split()
)


def find(settings: Shrinking, moment: Moment) -> Iterator[Hit]:
    """The whole message, where it and the own ones right before it answer open questions far shorter than before."""
    if len(moment.text) > _LONGEST or moment.own_earlier is None or not _thin(moment):
        return
    own = list(_latest(moment, settings.messages + _BACK))
    short, before = own[: settings.messages], [past.word_count for past in own[settings.messages :]]
    if len(short) < settings.messages or not before or not all(map(_thin, short)):
        return
    usual = median(before)
    longest = max(past.word_count for past in short)
    if usual >= settings.at_least_before and longest <= settings.share * usual:
        said = moment.text.strip()
        start = moment.text.find(said)
        reason = f"{settings.messages} answers of {longest} words or fewer; before, about {usual:.0f}"
        yield Hit(start, start + len(said), reason)


def _thin(moment: Moment) -> bool:
    """An answer to an open question that brings no fact: no number, no code, no name of a thing, no thanks."""
    if len(moment.text) > _LONGEST or moment.answers is None or not open_question(moment.answers.text):
        return False
    if not _ENOUGH.isdisjoint(moment.words) or moment.text.rstrip().endswith("?") or not moment.words:
        return False
    return not any(character.isdigit() or character in "/_:*$@<>" for character in moment.text)


def _latest(moment: Moment, most: int) -> Iterator[Moment]:
    yield moment
    for count, earlier in enumerate(moment.own_past(), 1):
        if count >= most:
            return
        if earlier.spoken:
            yield earlier
