"""Promises: a language model makes none, and a calmer wording keeps to those of the draft."""

from __future__ import annotations

from calmdesk.promises import Commitment, find


def promises_more(words: str, draft: str = "") -> bool:
    """Whether the words commit the desk to anything that the draft does not."""
    given = [_said(commitment) for commitment in find(draft)]
    return any(_said(commitment) not in given for commitment in find(words))


def _said(commitment: Commitment) -> tuple[object, ...]:
    time = commitment.time._replace(start=0, end=0) if commitment.time else None
    return commitment.what, commitment.estimate, time
