"""Details drying up: answers that shrink against the person's own length."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from calmdesk.playbook.detectors import Shrinking
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, words_of

_CLOSING = frozenset(
    b"thanks thank thx ty cheers great perfect works worked fixed solved done bye resolved good nice cool awesome ok okay yes yep "
    b"yeah sure no nope".split()
)


def find(settings: Shrinking, moment: Moment) -> Iterator[Hit]:
    """The whole message, where it and the own ones right before it are far shorter than what came before them."""
    if len(moment.text) > 80 or moment.answers is None or "?" not in moment.answers.text or moment.own_earlier is None:
        return
    if not _CLOSING.isdisjoint(moment.words):
        return
    lengths = [len(words_of(moment.folded.data))]
    lengths += [len(words_of(earlier.folded.data)) for earlier in _take(moment, settings.messages + 12)]
    short, before = lengths[: settings.messages], lengths[settings.messages :]
    if len(short) < settings.messages or not before:
        return
    usual = median(before)
    if usual >= settings.at_least_before and all(0 < length <= settings.share * usual for length in short):
        said = moment.text.strip()
        start = moment.text.find(said)
        yield Hit(start, start + len(said), f"{settings.messages} answers of about {max(short)} words; before, about {usual:.0f}")


def _take(moment: Moment, most: int) -> Iterator[Moment]:
    for count, earlier in enumerate(moment.own_past()):
        if count >= most:
            return
        if earlier.spoken:
            yield earlier
