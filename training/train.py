"""Stage 2: the warmed encoder learns from messages that were read one by one. `python -m training.train`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from zlib import crc32

import torch

from training.batches import token_ids, tokenizer
from training.fit import answers, fit
from training.labels import SUPPORT, Example, read_examples, written_examples
from training.network import Network, load, save, take_encoder
from training.places import work
from training.questions import EXCLUSIVE, QUESTIONS, targets
from training.scores import STANCES, macro_f1, stance_scores

EPOCHS = 3
RATE = 5e-5
FOLDS = 3


def main() -> None:
    """Writes `fold0.pt` and so on, each trained on all folds but its own; together they teach the small network."""
    asked = argparse.ArgumentParser(description=main.__doc__)
    asked.add_argument("--only", help="fold0, fold1 …")
    asked.add_argument("--epochs", type=int, default=EPOCHS)
    asked.add_argument("--rate", type=float, default=RATE)
    asked.add_argument("--start", default="warm.pt")
    asked.add_argument("--layers", type=int, nargs="*")
    asked.add_argument("--name")
    options = asked.parse_args()
    (work() / "taught.pt").unlink(missing_ok=True)  # what the networks before these said
    everything = read_examples() + written_examples()
    for number, name in enumerate(f"fold{fold}" for fold in range(FOLDS)):
        if options.only not in (None, name):
            continue
        train = [e for e in everything if e.part == "train" and f"fold{fold_of(e.group)}" != name]
        judged = [e for e in everything if e.part == "tune" and "stance" in e.label]
        print(f"{name}: {len(train)} messages to learn from, {len(judged)} to look at")
        network = Network(QUESTIONS)
        if options.start:
            take_encoder(network, load(work() / options.start))
        if options.layers:
            network.keep_layers(options.layers)
        _learn(network, train, judged, options.epochs, options.rate, seed=21 + number)
        save(network, work() / f"{options.name or name}.pt")


def fold_of(group: str) -> int:
    return crc32(b"fold " + group.encode()) % FOLDS


def _learn(
    network: Network, train: Sequence[Example], judged: Sequence[Example], epochs: int, rate: float, seed: int
) -> None:
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
    fit(network, ids, wanted, known, exclusive=EXCLUSIVE, epochs=epochs, rate=rate, seed=seed, after_epoch=look)


if __name__ == "__main__":
    main()
