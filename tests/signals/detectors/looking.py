"""Runs one detector over a small dialogue and says where it saw something."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calmdesk.conversation import Conversation
from calmdesk.signals.disguise import Vocabulary
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, moments_of

Find = Callable[[Moment], Iterator[Hit]]
Seen = tuple[str, int, int]


def seen(find: Find, conversation: Conversation) -> list[Seen]:
    """Message, start and end of each hit; an empty span where the sign is not in the words."""
    return [(moment.message.id, hit.start, hit.end) for moment, hit in _hits(find, conversation)]


def quotes(find: Find, conversation: Conversation) -> list[str]:
    """The words of each hit."""
    return [moment.text[hit.start : hit.end] for moment, hit in _hits(find, conversation)]


def reasons(find: Find, conversation: Conversation) -> list[str]:
    """What each hit says was seen."""
    return [hit.reason for _, hit in _hits(find, conversation)]


def _hits(find: Find, conversation: Conversation) -> Iterator[tuple[Moment, Hit]]:
    for moment in moments_of(conversation, Vocabulary(frozenset(), frozenset())):
        for hit in find(moment):
            yield moment, hit
