"""The warmed encoder learns from messages that were read one by one. `python -m training.train`."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import torch

from training.batches import token_ids, tokenizer
from training.fit import answers, fit
from training.labels import SUPPORT, Example, is_judged, read_examples, written_examples
from training.network import Network, load, save, take_encoder
from training.places import work
from training.questions import EXCLUSIVE, QUESTIONS, targets
from training.scores import STANCES, macro_f1, stance_scores

EPOCHS = 3
RATE = 5e-5
FOLDS = 3


def main() -> None:
    """Writes `fold0.pt` and so on, each trained on all folds but its own; together they teach the small network."""
    (work() / "taught.pt").unlink(missing_ok=True)  # what the networks before these said
    everything = read_examples() + written_examples()
    for number, name in enumerate(f"fold{fold}" for fold in range(FOLDS)):
        train = [e for e in everything if e.part == "train" and f"fold{fold_of(e.group)}" != name]
        judged = [e for e in everything if e.part == "tune" and is_judged(e)]
        print(f"{name}: {len(train)} messages to learn from, {len(judged)} to look at")
        network = Network(QUESTIONS)
        take_encoder(network, load(work() / "warm.pt"))
        _learn(network, train, judged, seed=21 + number)
        save(network, work() / f"{name}.pt")


def fold_of(group: str) -> int:
    return crc32(b"fold " + group.encode()) % FOLDS


def _learn(network: Network, train: Sequence[Example], judged: Sequence[Example], seed: int) -> None:
    pieces = tokenizer()
    ids = token_ids(pieces, [example.text for example in train])
    look_at = token_ids(pieces, [example.text for example in judged])
    wanted, known = targets(train)

    def look(epoch: int) -> None:
        found = answers(network, look_at)[:, EXCLUSIVE["stance"]].argmax(1).tolist()
        for name, sources in (("all", None), ("support", SUPPORT)):
            places = [i for i, e in enumerate(judged) if sources is None or e.source in sources]
            truth = [judged[i].label["stance"] for i in places]
            said = [STANCES[found[i]] for i in places]
            scores = stance_scores(truth, said)
            told = "  ".join(f"{s} {p:.2f}/{r:.2f}" for s, (p, r, _, _) in scores.items())
            print(f"  epoch {epoch} {name} n={len(places)}: macro-F1 {macro_f1(truth, said):.3f}  {told}", flush=True)

    torch.manual_seed(seed)
    fit(network, ids, wanted, known, exclusive=EXCLUSIVE, epochs=EPOCHS, rate=RATE, seed=seed, after_epoch=look)


if __name__ == "__main__":
    main()
