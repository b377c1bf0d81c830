"""The same complaint again instead of the step that was offered."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from calmdesk.playbook.detectors import Repetition
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, words_of
from calmdesk.signals.zones import touches

_BACK = 6
_LONGEST = 400
_SENTENCES = 60
# Longer words that two messages must share before their sentences are compared.
_SHARED = 2
# Greetings, thanks, the frames of routine reports and questions to a whole room are the same in every message.
_POLITE = frozenset(
    b"thanks thank regards sincerely cheers hello hi dear dears greetings best kind kindly good morning "
    b"afternoon note confirm attached find team sent confidential disclaimer unsubscribe anyone anybody".split()
)
# A complaint or a wish; facts about the machine may well be said twice.
_COMPLAINT = frozenset(
    b"not no never cant cannot dont doesnt didnt isnt wont wouldnt couldnt nothing error errors fail fails "
    b"failed failing failure problem problems issue issues broken broke crash crashes crashed crashing "
    b"freezes frozen froze stuck disappeared blank still need want help please pls plz wrong slow down "
    b"missing lost same hangs stopped why when how waiting wait charged locked".split()
)


def find(settings: Repetition, moment: Moment) -> Iterator[Hit]:
    """The first sentence that says what an own earlier message said, the desk having answered in between."""
    if moment.own_earlier is None or moment.answers is None or len(moment.words) < settings.words:
        return
    alike = [past for past in _recent(moment) if sum(len(word) > 3 for word in moment.words & past.words) >= _SHARED]
    if not alike or _COMPLAINT.isdisjoint(moment.words):
        return
    earlier = [said for past in alike for _, _, said in _statements(past, settings.words)]
    for start, end, said in _statements(moment, settings.words):
        if any(_same(said, before, settings.similarity) for before in earlier):
            yield Hit(start, end, "says again what was said before the desk answered")
            return


def _recent(moment: Moment) -> Iterator[Moment]:
    """Own earlier messages that the desk has answered since."""
    answered = False
    own = 0
    for past in moment.past():
        if past.from_desk and past.spoken:
            answered = True
        elif past.message.sender == moment.message.sender and past.spoken and answered:
            own += 1
            yield past
        if own >= _BACK:
            return


def _statements(moment: Moment, least: int) -> Iterator[tuple[int, int, list[bytes]]]:
    for count, (start, end) in enumerate(moment.sentences):
        if count >= _SENTENCES:
            return
        if end - start > _LONGEST or touches(moment.zones, start, end):
            continue
        words = words_of(_unaddressed(moment.text[start:end]).lower().encode("ascii", "replace"))
        if len(set(words)) >= least and _POLITE.isdisjoint(words) and not _COMPLAINT.isdisjoint(words):
            yield start, end, words


def _same(said: list[bytes], before: list[bytes], similarity: float) -> bool:
    if [word for word in said if word.isdigit()] != [word for word in before if word.isdigit()]:
        return False  # another number is another report
    return fuzz.token_sort_ratio(b" ".join(said).decode(), b" ".join(before).decode()) >= similarity


def _unaddressed(sentence: str) -> str:
    """Without the name it is spoken to: "@kim, when …", "kim: when …"."""
    first, _, rest = sentence.partition(" ")
    return rest.lstrip() if first.startswith("@") or first.endswith((":", ",")) else sentence
