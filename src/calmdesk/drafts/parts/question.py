"""The one question: the first thing that the next step needs and nobody has told (P-3.5, P-7.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calmdesk.conversation import Conversation, Role
from calmdesk.drafts.facts.values import Fact
from calmdesk.drafts.parts.incidents import Incident, Need, stands_in
from calmdesk.moves import asked_in, telling_words
from calmdesk.signals import Moment
from calmdesk.signals.fold import fold

# A question of the desk that shares this much of its words asked for the same.
_SAME = 0.5


def open_questions(
    incident: Incident, facts: Sequence[Fact], conversation: Conversation, moments: Sequence[Moment]
) -> Iterator[str]:
    """The questions of an incident that are neither answered nor asked already, in order."""
    told = "\n".join(m.text for m in conversation.messages if conversation.role_of(m) is Role.REQUESTER)
    asked = [words for moment in moments if moment.from_desk for words in _asked(moment)]
    for need in incident.needs:
        if not _is_known(need, facts, told) and not any(_is_same(need.ask, words) for words in asked):
            yield need.ask


def _is_known(need: Need, facts: Sequence[Fact], told: str) -> bool:
    return any(fact.kind == need.fact for fact in facts) or stands_in(told, need.known)


def _asked(moment: Moment) -> Iterator[set[bytes]]:
    for start, end in asked_in(moment):
        yield set(telling_words(fold(moment.text[start:end]).data))


def _is_same(ask: str, asked: set[bytes]) -> bool:
    words = set(telling_words(fold(ask).data))
    return len(words & asked) >= _SAME * len(words)
