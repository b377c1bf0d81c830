"""One loop for every stage of training."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

import torch

from training.batches import batches, padded
from training.network import Network, loss_of


def fit(
    network: Network,
    ids: Sequence[Sequence[int]],
    wanted: torch.Tensor,
    known: torch.Tensor,
    *,
    exclusive: Mapping[str, slice],
    epochs: int,
    rate: float,
    seed: int,
    size: int = 32,
    after_epoch: Callable[[int], None] = lambda _: None,
    say: Callable[[str], None] = print,
) -> None:
    """Trains in place: AdamW, a tenth of warm-up, then linear decay; lower layers learn more slowly."""
    torch.manual_seed(seed)
    steps = epochs * -(-len(ids) // size)
    optimiser = torch.optim.AdamW(_by_depth(network, rate), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps), max(0.0, (steps - step) / (0.9 * steps)))
    )
    for epoch in range(epochs):
        network.train()
        began, total, done = time.perf_counter(), 0.0, 0
        for places in batches(ids, size, seed + epoch):
            tokens, mask = padded([ids[place] for place in places])
            with torch.autocast("cpu", torch.bfloat16):
                logits = network(tokens, mask)
            loss = loss_of(logits.float(), wanted[places], known[places], exclusive)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            total += loss.item()
            done += 1
        say(f"epoch {epoch + 1}: loss {total / done:.4f}, {len(ids) / (time.perf_counter() - began):.0f} messages/s")
        after_epoch(epoch + 1)


@torch.inference_mode()
def answers(network: Network, ids: Sequence[Sequence[int]], size: int = 64) -> torch.Tensor:
    """The logits of every message, in order."""
    network.eval()
    found = torch.zeros((len(ids), len(network.questions)))
    for places in batches(ids, size, None):
        tokens, mask = padded([ids[place] for place in places])
        with torch.autocast("cpu", torch.bfloat16):
            found[places] = network(tokens, mask).float()
    return found


def _by_depth(network: Network, rate: float) -> list[dict[str, object]]:
    layers = network.encoder.encoder.layer
    groups: list[dict[str, object]] = [{"params": list(network.answer.parameters()), "lr": rate * 10}]
    for place, layer in enumerate(layers):
        groups.append({"params": list(layer.parameters()), "lr": rate * 0.9 ** (len(layers) - 1 - place)})
    # The word pieces themselves stay as they are: rare ones would drift away from those never seen.
    for parameter in network.encoder.embeddings.parameters():
        parameter.requires_grad = False
    return groups
