"""A stand-in for the encoder: it hears what a test tells it to hear in certain words."""

from __future__ import annotations

from msgspec.structs import replace

from calmdesk.conversation import Stage, Stance
from calmdesk.playbook.detectors import Learned
from calmdesk.temperature import Model
from calmdesk.temperature.context import FEATURES
from calmdesk.temperature.forecast import FORECAST_FEATURES, Forecast
from calmdesk.temperature.model import Combination
from tests.talk import builtin

QUESTIONS = (
    *("stance:calm", "stance:upset", "stance:hostile", "abuse", "tense", "calming"),
    *("sign:sarcasm", "sign:accusation", "sign:swearing_at_it", "sign:repeated", "sign:history", "sign:refusal"),
    *("fault:dismissive", "fault:escalating_phrase", "move:acknowledges", "move:answers"),
)
CALM = dict.fromkeys(QUESTIONS, -4.0) | {"stance:calm": 4.0}
UPSET = CALM | {"stance:calm": -2.0, "stance:upset": 4.0, "tense": 0.0}
HOSTILE = CALM | {"stance:calm": -4.0, "stance:hostile": 4.0, "tense": 3.0}


class Ear:
    """`hears`: words -> answers; a message that holds the words gets them, every other one is calm."""

    def __init__(self, **hears):
        self._hears = {words.replace("_", " "): answers for words, answers in hears.items()}
        self.asked = []

    def __call__(self, moment):
        return self.ask(moment.text)

    def ask(self, words):
        self.asked.append(words)
        return next((answers for part, answers in self._hears.items() if part in words), CALM)


def only(names, **weights):
    """One row of weights, 0 except for those named (spaces as underscores)."""
    known = {name.replace(" ", "_").replace(":", "_"): name for name in names}
    chosen = {known[name]: weight for name, weight in weights.items()}
    return tuple(chosen.get(name, 0.0) for name in names)


_ANY = next(iter(builtin().signs.values()))
SOUNDS = {
    stance.value: replace(
        _ANY,
        id=f"sounds_{stance}",
        title=f"Sounds {stance}",
        stance=stance,
        stage=stage,
        detector=Learned(hears=stance.value),
    )
    for stance, stage in ((Stance.UPSET, Stage.EARLY), (Stance.HOSTILE, Stage.RISING))
}
SIGNS = {
    **{name: sign for name, sign in builtin().signs.items() if not isinstance(sign.detector, Learned)},
    **{sign.id: sign for sign in SOUNDS.values()},
}

# The encoder's own stance, taken as it is.
PLAIN = Combination(
    features=FEATURES,
    mean=(0.0,) * len(FEATURES),
    scale=(1.0,) * len(FEATURES),
    weights=(
        only(FEATURES, message_stance_calm=1.0),
        only(FEATURES, message_stance_upset=1.0),
        only(FEATURES, message_stance_hostile=1.0),
    ),
    bias=(0.0, 0.0, 0.0),
    hostile_from=0.6,
    upset_from=0.5,
)
BY_TENSENESS = Forecast(
    features=FORECAST_FEATURES,
    mean=(0.0,) * len(FORECAST_FEATURES),
    scale=(1.0,) * len(FORECAST_FEATURES),
    weights=only(FORECAST_FEATURES, own_tense=8.0),
    bias=-4.0,
    alarm_from=0.4,
    interrupt_from=0.8,
)


def model_with(ear, combination=PLAIN, forecast=BY_TENSENESS):
    """A model that asks this ear."""
    return Model(ear, ear.ask, combination, forecast)
