"""The encoder, the signs and what came before become one calibrated stance. `python -m training.combine`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from zlib import crc32

import msgspec
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.preprocessing import StandardScaler

from calmdesk.playbook import load_playbook
from calmdesk.signals import Moment, engine_for, scan
from calmdesk.temperature import rules_judge
from calmdesk.temperature.context import FEATURES, features
from calmdesk.temperature.model import Combination
from training.batches import token_ids, tokenizer
from training.fit import answers
from training.labels import SUPPORT, Example, is_judged, read_examples
from training.network import Network, load
from training.places import work
from training.scores import STANCES, interval, macro_f1, stance_scores
from training.threads import conversation_of
from training.train import FOLDS, fold_of

HOSTILE_PRECISION = 0.85
NETWORKS = ("small", *(f"fold{fold}" for fold in range(FOLDS)))


class Heard:
    """The encoder's answers for any text, asked once."""

    def __init__(self, network: Network) -> None:
        self._network, self._pieces = network, tokenizer()
        self._known: dict[str, dict[str, float]] = {}

    def prepare(self, texts: Sequence[str]) -> None:
        """Ask for many at once."""
        new = sorted(set(texts) - self._known.keys())
        if new:
            found = answers(self._network, token_ids(self._pieces, new)).tolist()
            self._known |= {
                text: dict(zip(self._network.questions, row, strict=True)) for text, row in zip(new, found, strict=True)
            }

    def __call__(self, moment: Moment) -> Mapping[str, float]:
        return self._known[moment.message.text]


def feature_rows(examples: Sequence[Example], network: Network) -> np.ndarray[Any, Any]:
    """One row for each example."""
    playbook = load_playbook()
    engine, rules = engine_for(playbook), rules_judge(playbook.signs)
    hear = Heard(network)
    hear.prepare([text for example in examples for text in (example.text, *(said.text for said in example.before))])
    found = np.zeros((len(examples), len(FEATURES)))
    for place, example in enumerate(examples):
        scanned = scan(conversation_of(example), engine)
        found[place] = features(scanned, len(scanned) - 1, hear, rules)
    return found


def network_for(example: Example) -> str:
    """The network that never learned from this message."""
    return f"fold{fold_of(example.group)}" if example.part == "train" else "small"


class Combined:
    """A multinomial logistic regression over the features, as plain numbers."""

    def __init__(self, rows: np.ndarray[Any, Any], stances: Sequence[str], strength: float) -> None:
        self.scaler = StandardScaler().fit(rows)
        self.model = LogisticRegression(C=strength, max_iter=3000)
        self.model.fit(self.scaler.transform(rows), [STANCES.index(stance) for stance in stances])

    def probabilities(self, rows: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        found: np.ndarray[Any, Any] = self.model.predict_proba(self.scaler.transform(rows))
        return found


def decided(probabilities: np.ndarray[Any, Any], hostile_from: float, upset_from: float) -> list[str]:
    """The stance told: hostile only from a probability on, then upset-or-worse from another."""
    return [
        "hostile" if hostile >= hostile_from else "upset" if upset + hostile >= upset_from else "calm"
        for _, upset, hostile in probabilities.tolist()
    ]


def thresholds(probabilities: np.ndarray[Any, Any], truth: Sequence[str]) -> tuple[float, float]:
    """Where macro-F1 is best among those with a hostile precision of 0.85 or more."""
    best = (0.0, 0.5, 0.5)
    for hostile_from in np.arange(0.3, 0.9, 0.025):
        for upset_from in np.arange(0.5, 0.75, 0.025):  # never told where calm is likelier
            said = decided(probabilities, hostile_from, upset_from)
            if stance_scores(truth, said)["hostile"][0] >= HOSTILE_PRECISION:
                best = max(best, (macro_f1(truth, said), float(hostile_from), float(upset_from)))
    return best[1], best[2]


def out_of_fold(rows: np.ndarray[Any, Any], examples: Sequence[Example], strength: float) -> np.ndarray[Any, Any]:
    """Probabilities for each example from a combination that never saw its thread."""
    folds = np.array([crc32(b"combine " + e.group.encode()) % 5 for e in examples])
    found = np.zeros((len(examples), 3))
    for fold in range(5):
        mine = folds == fold
        learn = [e.label["stance"] for e, held in zip(examples, mine, strict=True) if not held]
        found[mine] = Combined(rows[~mine], learn, strength).probabilities(rows[mine])
    return found


def main() -> None:
    """Writes `combination.json`: how the features become a stance, and from which probability on it is told."""
    examples = [e for e in read_examples() if is_judged(e) and e.part != "train"]
    rows = feature_rows(examples, load(work() / "small.pt"))
    learn = [place for place, e in enumerate(examples) if e.part == "tune"]
    truth = [examples[place].label["stance"] for place in learn]
    numbers = [STANCES.index(stance) for stance in truth]
    lessons = [examples[place] for place in learn]

    def surprise(strength: float) -> float:
        return float(log_loss(numbers, out_of_fold(rows[learn], lessons, strength), labels=[0, 1, 2]))

    strength = min((0.01, 0.03, 0.1, 0.3, 1.0), key=surprise)
    unseen = out_of_fold(rows[learn], lessons, strength)
    hostile_from, upset_from = thresholds(unseen, truth)
    print(f"{len(learn)} messages, strength {strength}, hostile from {hostile_from:.3f}, upset from {upset_from:.3f}")
    combined = Combined(rows[learn], truth, strength)
    chances = combined.probabilities(rows)
    chances[learn] = unseen
    _tell(examples, rows, decided(chances, hostile_from, upset_from))
    found = Combination(
        features=FEATURES,
        mean=tuple(combined.scaler.mean_.tolist()),
        scale=tuple(combined.scaler.scale_.tolist()),
        weights=tuple(map(tuple, combined.model.coef_.tolist())),
        bias=tuple(combined.model.intercept_.tolist()),
        hostile_from=hostile_from,
        upset_from=upset_from,
    )
    (work() / "combination.json").write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1))


def _tell(examples: Sequence[Example], rows: np.ndarray[Any, Any], said: Sequence[str]) -> None:
    """Prints how far the signs, the encoder and both come on what was not learned from."""
    for part in ("tune", "held"):
        for name, sources in (("all", None), ("support", SUPPORT)):
            places = [p for p, e in enumerate(examples) if e.part == part and (sources is None or e.source in sources)]
            truth = [examples[p].label["stance"] for p in places]
            encoder = [STANCES[int(np.argmax(row))] for row in rows[places][:, :3]]
            signs = [_by_signs(row) for row in rows[places]]
            both = [said[p] for p in places]
            low, high = interval(truth, both, [examples[p].group for p in places])
            each = "  ".join(f"{s} {p:.2f}/{r:.2f} n={n}" for s, (p, r, _, n) in stance_scores(truth, both).items())
            print(
                f"{part} {name} n={len(places)}: signs {macro_f1(truth, signs):.3f}, encoder"
                f" {macro_f1(truth, encoder):.3f}, both {macro_f1(truth, both):.3f} ({low:.2f}-{high:.2f})  {each}"
            )


def _by_signs(row: np.ndarray[Any, Any]) -> str:
    if row[FEATURES.index("signs hostile")]:
        return "hostile"
    return "upset" if row[FEATURES.index("signs upset")] else "calm"


if __name__ == "__main__":
    main()
