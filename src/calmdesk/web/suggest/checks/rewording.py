"""Whether words are the agent's draft again: the same matter, and every boundary still there."""

from __future__ import annotations

from calmdesk.moves import telling_words
from calmdesk.playbook import Playbook
from calmdesk.signals import Moment
from calmdesk.signals.fold import fold
from calmdesk.web.suggest.checks.safeguard import held_in
from calmdesk.web.suggest.values import Reason

# A calm wording of a heated draft keeps its matter and few of its words.
_SHARED = 0.3


def not_rewording(words: Moment, draft: Moment, playbook: Playbook) -> Reason | None:
    """What keeps the words from being the draft in a calmer form, if anything does."""
    if words.text.split() == draft.text.split():
        return Reason.UNCHANGED
    ours, theirs = telling_words(fold(words.text).data), set(telling_words(fold(draft.text).data))
    if not ours or sum(word in theirs for word in ours) < _SHARED * len(ours):
        return Reason.ELSEWHERE
    if any(held_in(draft, playbook)) and not any(held_in(words, playbook)):
        return Reason.SAFEGUARD
    return None
