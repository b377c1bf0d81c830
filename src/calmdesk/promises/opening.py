"""The beginning of a commitment, and the small words that may stand in it."""

from __future__ import annotations

from typing import NamedTuple

from calmdesk.promises.things import Thing

# Between "will" and the verb. Some of them loosen what follows to an estimate ("I'll try to call you at 3").
ADVERBS = (
    r"(?:(?:also|then|now|soon|shortly|further|therefore|just|certainly|definitely|surely|personally|gladly|still"
    r"|have to|need to|be sure to|make sure to|make sure (?:that )?(?:we|i|you)(?: all)?|go ahead and|go and"
    r"|first|again|please|quickly|immediately|absolutely|of course|at least|always|come and"
    r"|get (?:someone|somebody) to|ask (?:someone|somebody|them|him|her|a colleague) to"
    r"|have (?:someone|somebody|them|him|her|a colleague|an engineer|a technician|our engineer|our technician)"
    r"|(?P<loose>(?:try|be trying) (?:to|and)|try|probably|most likely|likely|hopefully|possibly|be able to"
    r"|do (?:my|our) best to)) )*"
)


class Opening(NamedTuple):
    """`needs_time`: without a time these words promise nothing ("it will be fixed")."""

    start: int
    end: int
    thing: Thing
    estimate: bool
    needs_time: bool
