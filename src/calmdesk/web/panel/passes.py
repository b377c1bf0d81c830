"""The two signed values of a panel. One, in the address, opens it and soon expires; the other is carried by the open
page, which sends it in a header: cookies are blocked in another site's frames, and a header is never sent by accident.
"""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from django.core import signing

OPENS = timedelta(minutes=10)
LASTS = timedelta(hours=8)
# Each value is good for one thing only.
_TO_OPEN = "calmdesk.panel.open"
_TO_USE = "calmdesk.panel.use"


class Pass(NamedTuple):
    """Which conversation (slug), for whom (number of a person), on the word of which team token (number).

    It names and grants nothing: what it opens is decided whenever it is used.
    """

    conversation: str
    agent: int
    token: int


def to_open(given: Pass) -> str:
    """The text for the address; it opens the panel for `OPENS`."""
    return signing.dumps(given, salt=_TO_OPEN)


def to_use(given: Pass) -> str:
    """The text that the open page carries; it is good for `LASTS`."""
    return signing.dumps(given, salt=_TO_USE)


def that_opens(text: str) -> Pass | None:
    """What the text from an address stands for; None where it is not ours, or too old."""
    return _read(text, _TO_OPEN, OPENS)


def that_is_used(text: str) -> Pass | None:
    """What the text from a header stands for; None where it is not ours, or too old."""
    return _read(text, _TO_USE, LASTS)


def _read(text: str, salt: str, age: timedelta) -> Pass | None:
    try:
        return Pass(*signing.loads(text, salt=salt, max_age=age))
    except signing.BadSignature:
        return None
