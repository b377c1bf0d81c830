"""The learned judge: the encoder's answers, the signs and what came before, joined into calibrated probabilities."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from calmdesk.conversation import Conduct, Stance
from calmdesk.playbook import Sign
from calmdesk.playbook.detectors import Learned
from calmdesk.signals import Scanned
from calmdesk.temperature.context import FEATURES, Answers, Hear, features, softmax
from calmdesk.temperature.encoder import Encoder, can_load
from calmdesk.temperature.forecast import FORECAST_FEATURES, Forecast
from calmdesk.temperature.judge import Judge, Judgement
from calmdesk.temperature.values import Probabilities

WEIGHTS = Path(__file__).parent / "weights"
# How much heat a message has that is surely upset, and one that is surely hostile.
_HEAT_OF_UPSET = 0.5
_HEAT_OF_HOSTILE = 0.95
# Between these probabilities of not being calm a message warms gradually: a doubt is not half a complaint.
_NO_HEAT_UP_TO = 0.25
_FULL_HEAT_FROM = 0.5


class Combination(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A multinomial logistic regression over `features`, and from which probabilities on a stance is told."""

    features: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]
    bias: tuple[float, ...]
    hostile_from: float
    upset_from: float

    def probabilities(self, row: Sequence[float]) -> Probabilities:
        """Calibrated probabilities from one row of features."""
        scaled = [(value - mean) / scale for value, mean, scale in zip(row, self.mean, self.scale, strict=True)]
        logits = [
            bias + sum(weight * value for weight, value in zip(weights, scaled, strict=True))
            for weights, bias in zip(self.weights, self.bias, strict=True)
        ]
        calm, upset, hostile = softmax(logits)
        return Probabilities(calm=calm, upset=upset, hostile=hostile)

    def stance(self, found: Probabilities) -> Stance:
        """The stance that is told: a wrong "hostile" costs more trust than a missed one."""
        if found.hostile >= self.hostile_from:
            return Stance.HOSTILE
        return Stance.UPSET if found.upset + found.hostile >= self.upset_from else Stance.CALM


class Model:
    """The encoder and how its answers are used; one for a process."""

    def __init__(self, hear: Hear, ask: Callable[[str], Answers], combination: Combination, forecast: Forecast) -> None:
        if combination.features != FEATURES or forecast.features != FORECAST_FEATURES:
            raise ValueError("the weights were made for other features than this version computes; train again")
        self.hear, self.ask, self.combination, self.forecast = hear, ask, combination, forecast

    def judge(self, rules: Judge, signs: Mapping[str, Sign], silenced: frozenset[str] = frozenset()) -> Judge:
        """A judge that asks the encoder too; a stance whose learned sign is silenced needs a written sign."""
        quiet = _quiet(signs, silenced)

        def judged(scanned: Sequence[Scanned], place: int) -> Judgement:
            by_signs = rules(scanned, place)
            moment = scanned[place].moment
            if not moment.spoken or not moment.text.strip() or scanned[place].language is not None:
                return by_signs
            found = self.combination.probabilities(features(scanned, place, self.hear, rules))
            stance = self.combination.stance(found)
            if stance in quiet:
                return msgspec.structs.replace(by_signs, stance_p=_rounded(found))
            return _joined(by_signs, found, stance)

        return judged


def _quiet(signs: Mapping[str, Sign], silenced: frozenset[str]) -> frozenset[Stance]:
    return frozenset(
        Stance(sign.detector.hears)
        for sign in signs.values()
        if isinstance(sign.detector, Learned) and sign.id in silenced
    )


def _joined(by_signs: Judgement, found: Probabilities, stance: Stance) -> Judgement:
    """Words that are a conduct finding stay one: what can be quoted is not overruled by a probability."""
    sure = min(1.0, max(0.0, (found.upset + found.hostile - _NO_HEAT_UP_TO) / (_FULL_HEAT_FROM - _NO_HEAT_UP_TO)))
    heat = sure * (_HEAT_OF_UPSET * found.upset + _HEAT_OF_HOSTILE * found.hostile)
    if by_signs.conduct is not Conduct.NONE and by_signs.stance.rank > stance.rank:
        stance = by_signs.stance
    if stance is not Stance.CALM or by_signs.conduct is not Conduct.NONE:
        heat = max(heat, by_signs.heat)
    return Judgement(heat=heat, stance=stance, conduct=by_signs.conduct, stance_p=_rounded(found))


def _rounded(found: Probabilities) -> Probabilities:
    calm, hostile = round(found.calm, 3), round(found.hostile, 3)
    return Probabilities(calm=calm, upset=round(1.0 - calm - hostile, 3), hostile=hostile)


@lru_cache(maxsize=2)
def installed_model(folder: Path = WEIGHTS) -> Model | None:
    """The model that came with this installation, or None where its weights or what runs them are missing."""
    if not can_load(folder):
        return None
    encoder = Encoder(folder)
    combination = msgspec.json.decode((folder / "combination.json").read_bytes(), type=Combination)
    forecast = msgspec.json.decode((folder / "forecast.json").read_bytes(), type=Forecast)
    return Model(encoder, encoder.ask, combination, forecast)
