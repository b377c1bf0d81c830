"""Fewer word pieces, 8-bit numbers, one ONNX file. `python -m training.export`."""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from collections import Counter
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.batches import tokenizer
from training.labels import read_examples, written_examples
from training.network import Network, load
from training.places import WEIGHTS, base_model, work
from training.public import public_examples
from training.unlabelled import unlabelled_texts

# Single characters and the special pieces always stay, so that any word can still be spelled.
_SEEN_AT_LEAST = 2
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def main() -> None:
    """Writes the weights folder of the package."""
    network = load(work() / "small.pt").eval()
    WEIGHTS.mkdir(exist_ok=True)
    kept = _kept_pieces()
    _write_pieces(kept, WEIGHTS / "pieces.json")
    _prune(network, kept)
    _write_onnx(network, WEIGHTS / "encoder.onnx")
    (WEIGHTS / "questions.json").write_text(json.dumps(network.questions, indent=0) + "\n", encoding="utf-8")
    for name in ("combination.json", "forecast.json"):
        shutil.copy(work() / name, WEIGHTS / name)
    size = sum(path.stat().st_size for path in WEIGHTS.iterdir())
    print(f"{len(kept)} word pieces, {size / 1e6:.1f} MB in all")


def _kept_pieces() -> list[str]:
    """Pieces of the old vocabulary that are seen often enough, in their old order."""
    pieces = tokenizer()
    seen: Counter[int] = Counter()
    texts = [e.text for e in read_examples() + written_examples()]
    for text in (*texts, *(e.text for e in public_examples(())), *unlabelled_texts(())):
        seen.update(pieces.encode(text).ids)
    names = sorted(pieces.get_vocab().items(), key=lambda pair: pair[1])
    return [
        name
        for name, place in names
        if name in _SPECIAL or len(name.removeprefix("##")) == 1 or seen[place] >= _SEEN_AT_LEAST
    ]


def _write_pieces(kept: list[str], path: Path) -> None:
    kept_set = set(kept)
    described = json.loads((base_model() / "tokenizer.json").read_text(encoding="utf-8"))
    described["model"]["vocab"] = {name: place for place, name in enumerate(kept)}
    described["truncation"] = described["padding"] = None
    for token in described["added_tokens"]:
        token["id"] = kept.index(token["content"])
    special = described["post_processor"]["special_tokens"]
    for name, entry in special.items():
        assert name in kept_set
        entry["ids"] = [kept.index(name)]
    path.write_text(json.dumps(described, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _prune(network: Network, kept: list[str]) -> None:
    vocabulary = tokenizer().get_vocab()
    table = network.encoder.embeddings.word_embeddings
    rows = table.weight.detach()[[vocabulary[name] for name in kept]].clone()
    network.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(rows, padding_idx=0)


def _write_onnx(network: Network, path: Path) -> None:
    network.encoder.set_attn_implementation("eager")
    ids = torch.tensor([[2, 5, 6, 3]])
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            (ids, torch.ones_like(ids)),
            str(whole),
            input_names=["ids", "mask"],
            output_names=["logits"],
            dynamic_axes={"ids": {0: "message", 1: "piece"}, "mask": {0: "message", 1: "piece"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)


if __name__ == "__main__":
    main()
