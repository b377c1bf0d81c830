"""Messages as token ids, batched by length so that little is padded away."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from tokenizers import Tokenizer

from calmdesk.signals.zones import zones_of
from calmdesk.temperature.heard import heard
from calmdesk.temperature.tokens import clipped
from training.places import base_model


def tokenizer() -> Tokenizer:
    """The encoder's own word pieces, without padding or truncation."""
    found = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def token_ids(pieces: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    """The ids of each text, clipped as the installed model clips them."""
    return [clipped(encoding.ids) for encoding in pieces.encode_batch([heard(text, zones_of(text)) for text in texts])]


def batches(ids: Sequence[Sequence[int]], size: int, seed: int | None) -> Iterator[list[int]]:
    """Places of messages, alike in length; in random order where there is a seed."""
    places = list(range(len(ids)))
    if seed is None:
        places.sort(key=lambda place: len(ids[place]))
        yield from (places[at : at + size] for at in range(0, len(places), size))
        return
    chance = random.Random(seed)
    places.sort(key=lambda place: len(ids[place]) + chance.uniform(0, 12))
    groups = [places[at : at + size] for at in range(0, len(places), size)]
    chance.shuffle(groups)
    yield from groups


def padded(ids: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids and mask, as wide as the longest."""
    width = max(map(len, ids))
    full = torch.zeros((len(ids), width), dtype=torch.long)
    mask = torch.zeros_like(full)
    for row, one in enumerate(ids):
        full[row, : len(one)] = torch.tensor(one)
        mask[row, : len(one)] = 1
    return full, mask
