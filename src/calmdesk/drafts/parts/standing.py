"""Where a conversation stands, as far as it decides what a reply is for."""

from __future__ import annotations

from collections.abc import Sequence

from calmdesk.conversation import DESK_SIDE, Conversation, Role, Status
from calmdesk.signals import Scanned
from calmdesk.signals.fold import fold
from calmdesk.signals.moment import words_of

_SOLVED = frozenset(b"works working worked fixed solved resolved sorted green".split())
_GLAD = frozenset(b"thanks thank great perfect cheers brilliant wonderful".split())


def is_read(scanned: Sequence[Scanned]) -> bool:
    """Whether somebody who asks wrote last in a language that is read; where nothing was looked at, we cannot know."""
    asking = [item for item in scanned if item.moment.role is Role.REQUESTER and item.moment.spoken]
    return not scanned or (bool(asking) and asking[-1].language is None)


def desk_answered(conversation: Conversation) -> bool:
    """Whether the desk wrote last: what they told is acknowledged, or should have been, by then."""
    for message in reversed(conversation.messages):
        if not message.internal and not message.automatic and conversation.role_of(message) is not Role.SYSTEM:
            return conversation.role_of(message) in DESK_SIDE
    return False


def is_over(conversation: Conversation) -> bool:
    """Whether the ticket is settled, or the newest message of whoever asks says, gladly, that it works again."""
    if conversation.status in (Status.SOLVED, Status.CLOSED):
        return True
    for message in reversed(conversation.messages):
        if conversation.role_of(message) is Role.REQUESTER and not message.automatic:
            words = frozenset(words_of(fold(message.text).data))
            return bool(words & _SOLVED and words & _GLAD) and not words & {
                b"not",
                b"still",
                b"but",
                b"doesnt",
                b"isnt",
            }
    return False
