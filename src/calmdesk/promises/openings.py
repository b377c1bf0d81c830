"""Where a commitment may begin: "I will", "you'll hear", "our engineer will call you", "it will be fixed"."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.promises.first_person import first_person
from calmdesk.promises.opening import Opening
from calmdesk.promises.third_person import third_person
from calmdesk.promises.to_requester import to_requester


def openings_in(text: str) -> Iterator[Opening]:
    """Places in one folded sentence where a commitment may begin, in order; none begins inside another."""
    at = 0
    found = (opening for look in (first_person, to_requester, third_person) for opening in look(text))
    for opening in sorted(found, key=lambda each: (each.start, -each.end)):
        if opening.start >= at:
            yield opening
            at = opening.end
