"""Whether a conversation is about to break: derailment within the next messages, from what is there so far (P-2.6)."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p

import msgspec

from calmdesk.conversation import Stance
from calmdesk.signals import Scanned
from calmdesk.temperature.context import Hear, sigmoid, softmax
from calmdesk.temperature.values import Derailment, Temperature

FORECAST_FEATURES = (
    "tension",
    "highest tension",
    "own tense",
    "own tense rise",
    "own upset",
    "own hostile",
    "own accusation",
    "own sarcasm",
    "own says it again",
    "desk spoke last",
    "desk calming",
    "desk dismissive",
    "desk escalating",
    "desk acknowledges",
    "desk not yet",
    "unanswered in a row",
    "messages so far",
    "people so far",
)
_NOTHING_OWN = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


class Forecast(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """
    A logistic regression over `features`.

    `alarm_from`: the probability from which derailment is expected. `interrupt_from`: from which it is worth an
    interruption at once; between the two the next message is waited for.
    """

    features: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    alarm_from: float
    interrupt_from: float

    def probability(self, row: Sequence[float]) -> float:
        """Of derailment within the next three messages of the requester's side."""
        return sigmoid(
            self.bias
            + sum(
                weight * (value - mean) / scale
                for weight, value, mean, scale in zip(self.weights, row, self.mean, self.scale, strict=True)
            )
        )


def derailment(
    forecast: Forecast, scanned: Sequence[Scanned], temperatures: Sequence[Temperature], hear: Hear
) -> Derailment | None:
    """As of the last message that can be read; None where there is none."""
    readable = [place for place, item in enumerate(scanned) if item.moment.spoken and item.language is None]
    if not readable:
        return None
    last = readable[-1]
    row = forecast_features(scanned, temperatures, last, hear)
    chance = forecast.probability(row)
    earlier = [forecast.probability(forecast_features(scanned, temperatures, place, hear)) for place in readable[-2:-1]]
    return Derailment(
        p=round(chance, 3),
        as_of=scanned[last].moment.message.id,
        interrupt=worth_interrupting(forecast, chance, earlier[0] if earlier else 0.0, temperatures[: last + 1]),
        reasons=_reasons(forecast, row),
    )


def worth_interrupting(forecast: Forecast, chance: float, before: float, temperatures: Sequence[Temperature]) -> bool:
    """Not where it already broke (that is seen, not forecast); at once where it is likely; else only if it lasts."""
    if any(temperature.stance is Stance.HOSTILE for temperature in temperatures):
        return False
    return chance >= forecast.interrupt_from or (chance >= forecast.alarm_from and before >= forecast.alarm_from)


def forecast_features(
    scanned: Sequence[Scanned], temperatures: Sequence[Temperature], place: int, hear: Hear
) -> list[float]:
    """The numbers named in `FORECAST_FEATURES`, in that order, from messages up to `place`."""
    desk = [item for item in scanned[: place + 1] if item.moment.from_desk and item.moment.spoken]
    own = [item for item in scanned[: place + 1] if not item.moment.from_desk and item.moment.spoken]
    in_a_row = 0
    for item in reversed(scanned[: place + 1]):
        if item.moment.from_desk:
            break
        in_a_row += item.moment.spoken
    return [
        temperatures[place].tension,
        max(temperature.tension for temperature in temperatures[: place + 1]),
        *_own(own, hear),
        float(scanned[place].moment.from_desk),
        *_desk(desk, hear),
        float(not desk),
        float(min(in_a_row, 5)),
        log1p(place),
        log1p(len({item.moment.message.sender for item in scanned[: place + 1]})),
    ]


def _own(own: Sequence[Scanned], hear: Hear) -> Sequence[float]:
    if not own:
        return _NOTHING_OWN
    now = hear(own[-1].moment)
    _, upset, hostile = softmax([now["stance:calm"], now["stance:upset"], now["stance:hostile"]])
    tense = sigmoid(now["tense"])
    before = sigmoid(hear(own[-2].moment)["tense"]) if len(own) > 1 else tense
    return (
        tense,
        tense - before,
        upset,
        hostile,
        sigmoid(now["sign:accusation"]),
        sigmoid(now["sign:sarcasm"]),
        sigmoid(now["sign:repeated"]),
    )


def _desk(desk: Sequence[Scanned], hear: Hear) -> Sequence[float]:
    if not desk:
        return (0.5, 0.0, 0.0, 0.0)
    said = hear(desk[-1].moment)
    return (
        sigmoid(said["calming"]),
        sigmoid(said["fault:dismissive"]),
        sigmoid(said["fault:escalating_phrase"]),
        sigmoid(said["move:acknowledges"]),
    )


_SAID = {
    "tension": "the tension at this point",
    "highest tension": "how tense it has been before",
    "own tense": "the wording of the last message",
    "own tense rise": "the last message is sharper than the one before",
    "own upset": "the last message complains",
    "own hostile": "the last message turns on a person",
    "own accusation": "the last message accuses",
    "own sarcasm": "the last message mocks",
    "own says it again": "the last message repeats itself",
    "desk calming": "the last answer of the desk",
    "desk dismissive": "the last answer brushes something off",
    "desk escalating": "the last answer has a wording that inflames",
    "desk acknowledges": "the last answer did not acknowledge the trouble",
    "unanswered in a row": "messages stand unanswered",
    "desk not yet": "nobody at the desk has answered yet",
    "messages so far": "how long it goes on",
    "people so far": "how many people take part",
    "desk spoke last": "who spoke last",
}


def _reasons(forecast: Forecast, row: Sequence[float]) -> tuple[str, ...]:
    """The two or three things that raised it most, in words."""
    raised = sorted(
        (
            (weight * (value - mean) / scale, name)
            for name, weight, value, mean, scale in zip(
                forecast.features, forecast.weights, row, forecast.mean, forecast.scale, strict=True
            )
        ),
        reverse=True,
    )
    return tuple(_SAID[name] for push, name in raised[:3] if push > 0.15)
