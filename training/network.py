"""The encoder with one linear answer for each question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

from training.places import base_model


class Network(nn.Module):
    """Token ids in, one row of logits for each message out: the columns are `questions`, in order."""

    def __init__(self, questions: Sequence[str], *, layers: Sequence[int] | None = None) -> None:
        super().__init__()
        self.questions = tuple(questions)
        self.encoder = AutoModel.from_pretrained(base_model(), add_pooling_layer=False)
        if layers is not None:
            self.keep_layers(layers)
        self.dropout = nn.Dropout(0.1)
        self.answer = nn.Linear(2 * self.encoder.config.hidden_size, len(self.questions))

    def keep_layers(self, layers: Sequence[int]) -> None:
        """Drops the other layers of the encoder."""
        self.encoder.encoder.layer = nn.ModuleList(self.encoder.encoder.layer[place] for place in layers)
        self.encoder.config.num_hidden_layers = len(layers)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return self.answer(self.dropout(self.pooled(ids, mask)))

    def pooled(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """What the message is as a whole: the mean and the maximum over its tokens."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        seen = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * seen).sum(1) / seen.sum(1)
        highest = (states + (seen - 1.0) * 1e4).max(1).values
        return torch.cat((mean, highest), dim=-1)


def load(path: Path) -> Network:
    """A network as `save` wrote it."""
    kept = torch.load(path, weights_only=True)
    network = Network(kept["questions"], layers=range(kept["layers"]))
    network.load_state_dict(kept["state"])
    return network


def save(network: Network, path: Path, **more: object) -> None:
    """The weights, with what is needed to build the network again."""
    layers = network.encoder.config.num_hidden_layers
    torch.save({"questions": network.questions, "layers": layers, "state": network.state_dict(), **more}, path)


def take_encoder(network: Network, other: Network) -> None:
    """Begins from another network's encoder, keeping its own answers, and those asked in both."""
    network.encoder.load_state_dict(other.encoder.state_dict())
    with torch.no_grad():
        for place, question in enumerate(network.questions):
            if question in other.questions:
                there = other.questions.index(question)
                network.answer.weight[place] = other.answer.weight[there]
                network.answer.bias[place] = other.answer.bias[there]


def loss_of(
    logits: torch.Tensor, wanted: torch.Tensor, known: torch.Tensor, exclusive: Mapping[str, slice]
) -> torch.Tensor:
    """
    The mean loss over what is known of each message.

    `wanted` and `known` are shaped like `logits`; columns in `exclusive` exclude each other (a stance), the others
    are asked one by one.
    """
    each = nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    weight = known.clone()
    total = torch.zeros((), dtype=logits.dtype)
    for columns in exclusive.values():
        weight[:, columns] = 0
        asked = known[:, columns].amax(1)
        found = nn.functional.cross_entropy(logits[:, columns], wanted[:, columns], reduction="none")
        total = total + (found * asked).sum() / asked.sum().clamp(min=1)
    return total + (each * weight).sum() / weight.sum().clamp(min=1)
