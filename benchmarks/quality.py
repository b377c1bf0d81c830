"""Stance on held messages, side by side with peers in one run: who tells calm, upset and hostile apart.

python -m benchmarks.quality   needs the shared data; peers that are not installed say so
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import product
from typing import NamedTuple

from training.labels import SUPPORT, Example, is_judged, read_examples
from training.scores import interval, macro_f1, stance_scores
from training.threads import conversation_of

from calmdesk.conversation import Stance
from calmdesk.playbook import load_playbook
from calmdesk.reading import read
from calmdesk.temperature import installed_model
from calmdesk.temperature.context import softmax

Tell = Callable[[Example], str]
_STANCES = ("calm", "upset", "hostile")


class Rival(NamedTuple):
    """`prepare` is given the messages that may be learned from, and those on which thresholds may be chosen."""

    name: str
    needs: str
    prepare: Callable[[Sequence[Example], Sequence[Example]], Tell]


def main() -> None:
    """Prints one table."""
    examples = [e for e in read_examples() if is_judged(e)]
    parts = {part: [e for e in examples if e.part == part] for part in ("train", "tune", "held")}
    support = [e for e in parts["held"] if e.source in SUPPORT]
    print(f"held: {len(parts['held'])} messages, {len(support)} of them from support; macro-F1 with 95 % interval\n")
    print(f"{'':34}{'all':>20}{'support':>22}   hostile precision / recall (support)")
    for rival in RIVALS:
        if find_spec(rival.needs) is None:
            print(f"{rival.name:34} not installed: pip install {rival.needs}")
            continue
        tell = rival.prepare(parts["train"], parts["tune"])
        print(
            f"{rival.name:34}{_told(tell, parts['held'])}  {_told(tell, support)}   {_hostile(tell, support)}",
            flush=True,
        )


def _told(tell: Tell, examples: Sequence[Example]) -> str:
    truth, said = [e.label["stance"] for e in examples], [tell(e) for e in examples]
    low, high = interval(truth, said, [e.group for e in examples])
    return f"{macro_f1(truth, said):.3f} ({low:.2f}-{high:.2f})".rjust(20)


def _hostile(tell: Tell, examples: Sequence[Example]) -> str:
    precision, recall, _, n = stance_scores([e.label["stance"] for e in examples], [tell(e) for e in examples])[
        "hostile"
    ]
    return f"{precision:.2f} / {recall:.2f} (n={n})"


def _always_calm(_: Sequence[Example], __: Sequence[Example]) -> Tell:
    return lambda _: "calm"


def _vader(_: Sequence[Example], tune: Sequence[Example]) -> Tell:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    score = SentimentIntensityAnalyzer().polarity_scores
    known = {e.text: score(e.text)["compound"] for e in tune}
    truth = [e.label["stance"] for e in tune]
    steps = [step / 10 for step in range(-10, 5)]

    def stance(compound: float, hostile: float, upset: float) -> str:
        return "hostile" if compound <= hostile else "upset" if compound <= upset else "calm"

    pairs = [pair for pair in product(steps, steps) if pair[0] <= pair[1]]
    best = max(pairs, key=lambda pair: macro_f1(truth, [stance(known[e.text], *pair) for e in tune]))
    return lambda e: stance(score(e.text)["compound"], *best)


def _profanity(_: Sequence[Example], __: Sequence[Example]) -> Tell:
    from better_profanity import profanity

    profanity.load_censor_words()
    return lambda e: "hostile" if profanity.contains_profanity(e.text) else "calm"


def _words(train: Sequence[Example], _: Sequence[Example]) -> Tell:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    counted = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True),
    )
    model = make_pipeline(counted, LogisticRegression(C=10, class_weight="balanced", max_iter=2000))
    model.fit([e.text for e in train], [e.label["stance"] for e in train])
    return lambda e: str(model.predict([e.text])[0])


def _signs(_: Sequence[Example], __: Sequence[Example]) -> Tell:
    return _calmdesk(with_model=False)


def _both(_: Sequence[Example], __: Sequence[Example]) -> Tell:
    return _calmdesk(with_model=True)


def _calmdesk(*, with_model: bool) -> Tell:
    playbook, model = load_playbook(), installed_model() if with_model else None

    def tell(example: Example) -> str:
        stance = read(conversation_of(example), playbook, model=model).messages[-1].stance
        return stance.value if isinstance(stance, Stance) else "calm"

    return tell


def _encoder(_: Sequence[Example], __: Sequence[Example]) -> Tell:
    from calmdesk.signals.zones import zones_of
    from calmdesk.temperature.heard import heard

    model = installed_model()
    assert model is not None

    def tell(example: Example) -> str:
        answers = model.ask(heard(example.text, zones_of(example.text)))
        chances = softmax([answers[f"stance:{stance}"] for stance in _STANCES])
        return _STANCES[chances.index(max(chances))]

    return tell


RIVALS = (
    Rival("everything is calm", "calmdesk", _always_calm),
    Rival("profanity checker (better-profanity)", "better_profanity", _profanity),
    Rival("VADER, thresholds tuned", "vaderSentiment", _vader),
    Rival("TF-IDF and logistic regression", "sklearn", _words),
    Rival("calmdesk, signs alone", "calmdesk", _signs),
    Rival("calmdesk, encoder alone", "onnxruntime", _encoder),
    Rival("calmdesk", "onnxruntime", _both),
)

if __name__ == "__main__":
    main()
