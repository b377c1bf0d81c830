"""What is measured: calmdesk, and peers that do a part of what it does. A peer that is not installed says so."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from calmdesk.conversation import (
    Channel,
    Conversation,
    Message,
    Participant,
    Role,
    conversation_from_json,
    to_json,
)
from calmdesk.playbook import load_playbook
from calmdesk.reading import read
from calmdesk.signals import engine_for, scan
from calmdesk.signals.zones import zones_of
from calmdesk.temperature import Model, installed_model
from calmdesk.temperature.heard import heard

ReadOne = Callable[[str], object]


class Candidate(NamedTuple):
    """`prepare` does what is done once and returns what is done for each message."""

    name: str
    does: str
    prepare: Callable[[], ReadOne]
    module: str


def candidates() -> list[Candidate]:
    """In the order they are printed; calmdesk's engine is the yardstick."""
    return [
        Candidate("calmdesk signs engine", "all signs, spans, language, zones", _engine, "calmdesk"),
        Candidate("calmdesk JSON in to JSON out", "parse, whole reading, encode", _wire, "calmdesk"),
        Candidate("calmdesk with the model", "whole reading, nothing remembered", _with_model, "onnxruntime"),
        Candidate("the encoder alone, int8", "tokens and answers", _encoder, "onnxruntime"),
        Candidate("the encoder alone, torch fp32", "tokens and answers", _torch, "torch"),
        Candidate("VADER", "one sentiment number", _vader, "vaderSentiment"),
        Candidate("proselint", "prose lint, spans", _proselint, "proselint"),
    ]


def _conversation(text: str) -> Conversation:
    people = (Participant(id="U1", role=Role.REQUESTER),)
    return Conversation(
        id="c", channel=Channel.CHAT, participants=people, messages=(Message(id="m", sender="U1", text=text),)
    )


def _engine() -> ReadOne:
    engine = engine_for(load_playbook())
    return lambda text: scan(_conversation(text), engine)


def _wire() -> ReadOne:
    playbook = load_playbook()
    return lambda data: to_json(read(conversation_from_json(data), playbook))


def _with_model() -> ReadOne:
    playbook, installed = load_playbook(), installed_model()
    assert installed is not None
    ask = installed.ask
    # As if every message were new: the installed model remembers what it was asked before.
    model = Model(lambda moment: ask(heard(moment.text, moment.zones)), ask, installed.combination, installed.forecast)
    return lambda text: read(_conversation(text), playbook, model=model)


def _encoder() -> ReadOne:
    model = installed_model()
    assert model is not None
    return lambda text: model.ask(heard(text, zones_of(text)))


def _torch() -> ReadOne:
    import torch
    from training.batches import padded, token_ids, tokenizer
    from training.network import load
    from training.places import work

    torch.set_num_threads(1)
    network, pieces = load(work() / "small.pt").eval(), tokenizer()

    def ask(text: str) -> object:
        with torch.inference_mode():
            return network(*padded(token_ids(pieces, [text])))

    return ask


def as_wire(text: str) -> str:
    """The message as one conversation in the wire form."""
    return to_json(_conversation(text)).decode()


def _vader() -> ReadOne:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer().polarity_scores


def _proselint() -> ReadOne:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    registry = CheckRegistry()
    if not registry.checks:
        registry.register_many(__register__)
    return lambda text: LintFile(content=text, source="m").lint()


def node_speed(package: str, texts: list[str], node_modules: Path) -> float | None:
    """Messages a second for an npm package, timed inside node, start-up left out; None where it is not there."""
    if shutil.which("node") is None or not (node_modules / package).is_dir():
        return None
    script = f"""
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
(async () => {{
  const folder = '{node_modules}/{package}';
  const module = await import(folder + '/index.js').catch(() => import(folder + '/write-good.js'));
  const run = module.markdown || module.text || module.default || module;
  for (const text of texts.slice(0, 50)) run(text);
  const start = process.hrtime.bigint();
  for (const text of texts) run(text);
  console.log(texts.length / (Number(process.hrtime.bigint() - start) / 1e9));
}})();
"""
    answer = subprocess.run(
        ["node", "-e", script], input=json.dumps(texts), capture_output=True, text=True, timeout=300, check=False
    )
    return float(answer.stdout.strip()) if answer.returncode == 0 and answer.stdout.strip() else None
