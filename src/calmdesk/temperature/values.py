"""What the temperature part says about each message and about the whole."""

from __future__ import annotations

import msgspec

from calmdesk.conversation import Conduct, Stance


class Probabilities(msgspec.Struct, frozen=True, kw_only=True):
    """Calibrated probabilities of the three stances; they add up to 1."""

    calm: float
    upset: float
    hostile: float


class Temperature(msgspec.Struct, frozen=True, kw_only=True):
    """
    One message: where it stands, and the heat of the conversation up to and including it (0 to 1).

    `stance` and `conduct` are None where they are not said of this person (an agent who is civil) or cannot be judged.
    """

    message: str
    stance: Stance | None
    conduct: Conduct | None
    heat: float
    tension: float
    stance_p: Probabilities | None = None


class FirstShift(msgspec.Struct, frozen=True, kw_only=True):
    """The earliest message clearly above this person's own earlier ones, and when it could be noticed (P-2.5)."""

    message: str
    person: str
    noticed_at: str
    reasons: tuple[str, ...]


class Derailment(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the conversation is about to break, and whether it is worth interrupting somebody for (P-2.6)."""

    p: float
    as_of: str
    interrupt: bool
    reasons: tuple[str, ...]
