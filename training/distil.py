"""A smaller, faster network learns to say what the larger ones say together. `python -m training.distil`."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from training.batches import token_ids, tokenizer
from training.fit import answers, fit
from training.labels import Example, read_examples, written_examples
from training.network import Network, load, save
from training.places import work
from training.questions import EXCLUSIVE, QUESTIONS, targets
from training.train import FOLDS
from training.unlabelled import unlabelled_texts

# The layers of a large network that the small one begins with.
LAYERS = (0, 2, 4, 5)
EPOCHS = 2
RATE = 8e-5
SEED = 31
# How much of each lesson comes from the readers, the rest from the larger networks.
_FROM_READERS = 0.5
_FROM_READERS_LAST = 0.8


def main() -> None:
    """Writes `small.pt`."""
    everything = read_examples() + written_examples()
    learn = [e for e in everything if e.part == "train"]
    free = unlabelled_texts([e.text for e in everything if e.part != "train"])
    print(f"{len(learn)} read messages, {len(free)} without a label")
    pieces = tokenizer()
    ids = token_ids(pieces, [e.text for e in learn] + free)
    taught = taught_about([*(e.text for e in learn), *free])
    wanted = taught.clone()
    known = torch.full_like(wanted, 0.5)
    hard, asked = targets(learn)
    rows = slice(0, len(learn))
    share = _FROM_READERS * (asked > 0)
    wanted[rows] = share * hard + (1 - share) * taught[rows]
    known[rows] = 1.0
    torch.manual_seed(SEED)
    network = Network(QUESTIONS)
    network.load_state_dict(load(work() / "fold0.pt").state_dict())
    network.keep_layers(LAYERS)
    # The read messages are few among many: each is seen twice a round.
    twice = list(range(len(ids))) + list(range(len(learn)))
    fit(
        network,
        [ids[place] for place in twice],
        wanted[twice],
        known[twice],
        exclusive=EXCLUSIVE,
        epochs=EPOCHS,
        rate=RATE,
        seed=SEED,
    )

    polish(network, learn)
    save(network, work() / "small.pt")


def polish(network: Network, learn: Sequence[Example]) -> None:
    """Last, the readers alone: quotes, negation, quiet anger and threats are rare among the unlabelled."""
    lessons = [*learn, *(example for example in learn if example.source == "written")]
    hard, asked = targets(lessons)
    taught = taught_about([example.text for example in lessons])
    share = _FROM_READERS_LAST * (asked > 0)
    fit(
        network,
        token_ids(tokenizer(), [example.text for example in lessons]),
        share * hard + (1 - share) * taught,
        torch.where(asked > 0, asked, 0.3),
        exclusive=EXCLUSIVE,
        epochs=2,
        rate=4e-5,
        seed=SEED + 1,
    )


def taught_about(texts: Sequence[str]) -> torch.Tensor:
    """The mean of what every larger network says, as probabilities; remembered beside the networks."""
    path = work() / "taught.pt"
    known: dict[str, torch.Tensor] = torch.load(path) if path.exists() else {}
    new = sorted(set(texts) - known.keys())
    if new:
        known |= dict(zip(new, _asked(new), strict=True))
        torch.save(known, path)
    return torch.stack([known[text] for text in texts])


def _asked(texts: Sequence[str]) -> torch.Tensor:
    ids = token_ids(tokenizer(), texts)
    total = torch.zeros((len(ids), len(QUESTIONS)))
    for fold in range(FOLDS):
        logits = answers(load(work() / f"fold{fold}.pt"), ids)
        chances = logits.sigmoid()
        for columns in EXCLUSIVE.values():
            chances[:, columns] = logits[:, columns].softmax(1)
        total += chances
        print(f"fold {fold} was asked about {len(texts)} messages", flush=True)
    return total / FOLDS


if __name__ == "__main__":
    main()
