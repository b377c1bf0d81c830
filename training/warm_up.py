"""The encoder learns tone from public labels. `python -m training.warm_up`."""

from __future__ import annotations

import torch

from training.batches import token_ids, tokenizer
from training.fit import fit
from training.labels import read_examples
from training.network import Network, save
from training.places import work
from training.public import public_examples

SEED = 11


def main() -> None:
    """Writes `warm.pt`."""
    without = [example.text for example in read_examples() if example.part != "train"]
    examples = public_examples(without)
    questions = sorted({question for example in examples for question in example.answers})
    wanted = torch.zeros((len(examples), len(questions)))
    known = torch.zeros_like(wanted)
    for row, example in enumerate(examples):
        for question, answer in example.answers.items():
            column = questions.index(question)
            wanted[row, column], known[row, column] = answer, 1.0
    print(f"{len(examples)} public messages, {len(questions)} questions: {', '.join(questions)}")
    torch.manual_seed(SEED)
    network = Network(questions)
    ids = token_ids(tokenizer(), [example.text for example in examples])
    fit(network, ids, wanted, known, exclusive={}, epochs=1, rate=6e-5, seed=SEED)
    save(network, work() / "warm.pt")


if __name__ == "__main__":
    main()
