"""What is known about a message when it arrives: what the encoder and the signs say of it and of what came before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp, log1p

from calmdesk.conversation import Conduct, Stance
from calmdesk.signals import Moment, Scanned
from calmdesk.temperature.judge import Judge, Judgement

Answers = Mapping[str, float]
Hear = Callable[[Moment], Answers]

_OWN = (
    *("stance:calm", "stance:upset", "stance:hostile", "abuse", "tense", "calming"),
    *("sign:sarcasm", "sign:accusation", "sign:swearing_at_it", "sign:repeated", "sign:history", "sign:refusal"),
)
_FINDINGS_COUNTED = 3
# The last messages of that person that are looked at.
_LOOK_BACK = 4

# Nothing of how long a message is, who spoke first or what the desk said: that differs between desks and tells one
# source from another sooner than one stance from another.
FEATURES = (
    *(f"message {name}" for name in _OWN),
    *("signs heat", "signs upset", "signs hostile", "signs conduct", "signs count"),
    *("own tense before", "own tense last", "own upset last", "own hostile before"),
    *("capitals", "question marks", "exclamation marks"),
)


def features(scanned: Sequence[Scanned], place: int, hear: Hear, rules: Judge) -> list[float]:
    """The numbers named in `FEATURES`, in that order, from this message and earlier ones."""
    item = scanned[place]
    answers = hear(item.moment)
    return [
        *(answers[name] for name in _OWN),
        *_signs(item, rules(scanned, place)),
        *_own_past(item.moment, hear),
        *_shape(item.moment),
    ]


def _signs(item: Scanned, judged: Judgement) -> list[float]:
    return [
        judged.heat,
        float(judged.stance is Stance.UPSET),
        float(judged.stance is Stance.HOSTILE),
        float(judged.conduct is not Conduct.NONE),
        float(min(_FINDINGS_COUNTED, len(item.findings))),
    ]


def _own_past(moment: Moment, hear: Hear) -> list[float]:
    past = [hear(one) for one, _ in zip(moment.own_past(), range(_LOOK_BACK), strict=False) if one.spoken]
    if not past:
        return [0.0, 0.0, 0.0, 0.0]
    tense = [sigmoid(one["tense"]) for one in past]
    stances = [softmax([one["stance:calm"], one["stance:upset"], one["stance:hostile"]]) for one in past]
    return [max(tense), tense[0], stances[0][1], max(stance[2] for stance in stances)]


def _shape(moment: Moment) -> list[float]:
    text = moment.text
    letters = sum(map(str.isalpha, text))
    capitals = sum(map(str.isupper, text)) / letters if letters > 12 else 0.0
    return [capitals, log1p(text.count("?")), log1p(text.count("!"))]


def sigmoid(value: float) -> float:
    """From a logit to a probability."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, value))))


def softmax(values: Sequence[float]) -> list[float]:
    """From logits to probabilities that add up to 1."""
    highest = max(values)
    shares = [exp(value - highest) for value in values]
    total = sum(shares)
    return [share / total for share in shares]
