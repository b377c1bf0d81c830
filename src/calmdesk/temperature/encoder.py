"""The small encoder: what it answers when it is asked about one message. Loaded at the first question, not before."""

from __future__ import annotations

import json
from collections import OrderedDict
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

from calmdesk.signals import Moment
from calmdesk.temperature.context import Answers
from calmdesk.temperature.heard import heard
from calmdesk.temperature.tokens import clipped

_REMEMBERED = 4096
_NEEDED = ("onnxruntime", "tokenizers", "numpy")


class Encoder:
    """
    Answers every question of `questions` about one message, as logits.

    It remembers answers by a digest of the words, never the words: a conversation is read again with each new message.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.questions: tuple[str, ...] = tuple(json.loads((folder / "questions.json").read_bytes()))
        self._known: OrderedDict[bytes, Answers] = OrderedDict()
        self._loaded: tuple[Any, Any] | None = None
        self._lock = Lock()

    def __call__(self, moment: Moment) -> Answers:
        """What is answered about a message of a conversation."""
        words = heard(moment.text, moment.zones)
        mark = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        known = self._known.get(mark)
        if known is None:
            known = self._known[mark] = self.ask(words)
            if len(self._known) > _REMEMBERED:
                self._forget()
        return known

    def ask(self, words: str) -> Answers:
        """What is answered about words that are not remembered: a draft, or a message with a part left out."""
        import numpy

        session, pieces = self._load()
        ids = numpy.array([clipped(pieces.encode(words.encode("utf-8", "replace").decode()).ids)], dtype=numpy.int64)
        (found,) = session.run(None, {"ids": ids, "mask": numpy.ones_like(ids)})
        return dict(zip(self.questions, found[0].tolist(), strict=True))

    def _load(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                import onnxruntime
                from tokenizers import Tokenizer

                options = onnxruntime.SessionOptions()
                # One message is too little to share between threads; other cores read other conversations.
                options.intra_op_num_threads = options.inter_op_num_threads = 1
                options.enable_cpu_mem_arena = False
                session = onnxruntime.InferenceSession(
                    str(self._folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
                )
                self._loaded = session, Tokenizer.from_file(str(self._folder / "pieces.json"))
            return self._loaded

    def _forget(self) -> None:
        with self._lock:
            while len(self._known) > _REMEMBERED // 2:
                self._known.popitem(last=False)


def can_load(folder: Path) -> bool:
    """Whether the weights and what runs them are installed; looks, and loads nothing."""
    return (folder / "encoder.onnx").is_file() and all(find_spec(name) is not None for name in _NEEDED)
