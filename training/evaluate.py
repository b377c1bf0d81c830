"""Every figure of the model card, from the weights that ship. `python -m training.evaluate`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from tests.examples.agreement import example_figures
from tools.shared_data import helpdesk_tickets, irc_conversations

from calmdesk.conversation import Conversation, Stage
from calmdesk.playbook import Playbook, load_playbook
from calmdesk.reading import read
from calmdesk.temperature import Model, installed_model
from training.foresee import broken, outcome, points
from training.judged import Judged, calibration_error, judged
from training.labels import SUPPORT, Example, read_examples, read_threads
from training.places import WEIGHTS
from training.scores import interval, macro_f1, share, stance_scores
from training.shifts import read_shifts, readers_agree, shift_figures

# Source -> the channel it is most like.
CHANNEL = {
    "vcu": "issue tracker",
    "cmu": "issue tracker",
    "cmui": "issue tracker",
    "hd": "ticket portal",
    "tw": "public messages",
}
CHANNEL |= {"irc": "chat", "gitter": "chat", "ts": "discussion page", "ctx": "discussion page"}
_SHORT = 60
_LONG = 400


def main() -> None:
    """Writes `figures.json` into the weights folder."""
    playbook, model = load_playbook(), installed_model()
    assert model is not None, "no weights: run python -m training.export first"
    examples = [example for example in read_examples() if example.part != "train"]
    both = list(judged(examples, playbook, model))
    alone = list(judged(examples, playbook, None))
    shifts = read_shifts()
    figures: dict[str, Any] = {
        "stance": {part: _stance(part, both, alone) for part in ("held", "tune")},
        "calibration": _calibration([one for one in both if one.example.part == "held"]),
        "first_shift": shift_figures(shifts, playbook, model) | {"readers agree": readers_agree(shifts)},
        "forecast": _forecast(model),
        "calm": _calm(playbook, model),
        "examples": example_figures(playbook, model),
    }
    (WEIGHTS / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


def _stance(part: str, both: Sequence[Judged], alone: Sequence[Judged]) -> dict[str, Any]:
    slices: Mapping[str, Callable[[Example], bool]] = {
        "all": lambda _: True,
        "support": lambda e: e.source in SUPPORT,
        **{f"source {name}": partial(_of_source, name) for name in CHANNEL},
        **{f"channel {name}": partial(_of_channel, name) for name in dict.fromkeys(CHANNEL.values())},
        "requesters": lambda e: e.role == "requester",
        "with context": lambda e: bool(e.before),
        "without context": lambda e: not e.before,
        "short": lambda e: len(e.text) < _SHORT,
        "long": lambda e: len(e.text) > _LONG,
        "read by a second group": lambda e: e.read_by != "first",
    }
    found = {}
    for name, wanted in slices.items():
        mine = [one for one in both if one.example.part == part and wanted(one.example)]
        signs = [one for one in alone if one.example.part == part and wanted(one.example)]
        if len(mine) >= 30:
            found[name] = _figure(mine) | {"signs alone": round(macro_f1(*_said(signs)), 3)}
    return found


def _of_source(name: str, example: Example) -> bool:
    return example.source == name


def _of_channel(name: str, example: Example) -> bool:
    return CHANNEL[example.source] == name


def _figure(found: Sequence[Judged]) -> dict[str, Any]:
    truth, said = _said(found)
    low, high = interval(truth, said, [one.example.group for one in found])
    return {
        "n": len(found),
        "macro_f1": round(macro_f1(truth, said), 3),
        "interval": [round(low, 3), round(high, 3)],
        "stances": {
            stance: {
                "n": there,
                "precision": share(sum(a == b == stance for a, b in zip(truth, said, strict=True)), said.count(stance)),
                "recall": share(sum(a == b == stance for a, b in zip(truth, said, strict=True)), there),
            }
            for stance, (*_, there) in stance_scores(truth, said).items()
        },
    }


def _said(found: Sequence[Judged]) -> tuple[list[str], list[str]]:
    return [one.truth for one in found], [one.said for one in found]


def _calibration(found: Sequence[Judged]) -> dict[str, Any]:
    error, points = calibration_error(found)
    return {"n": len(found), "error": round(error, 3), "points": points}


def _forecast(model: Model) -> dict[str, Any]:
    threads = read_threads(3)
    ends = {t[0].group: next((p for p, e in enumerate(t) if broken(e)), None) for t in threads}
    mine = [thread for thread in threads if thread[0].part != "train"]
    found = list(points(mine, lambda _: model))
    told = {}
    for part in ("held", "tune"):
        for what, deferred in (("expected", False), ("worth an interruption", True)):
            here = [point for point in found if point.part == part]
            result = outcome(model.forecast, here, ends, deferred=deferred)
            told[f"{part} {what}"] = {
                "threads": result.threads,
                "broke": result.broke,
                "precision": share(result.right, result.alarmed),
                "recall": share(result.right, result.broke),
                "false": share(result.false, result.threads - result.broke),
                "ahead": round(result.distance, 1),
            }
    return told


def _calm(playbook: Playbook, model: Model) -> dict[str, Any]:
    """Calm support in which something rising or worse, or a hostile stance, is told: by conversation, by message."""
    found = {}
    for name, talks in (("tickets", list(helpdesk_tickets())), ("chat", list(irc_conversations(4)))):
        alarms = [_alarms(talk, playbook, model) for talk in talks]
        messages = sum(len(talk.messages) for talk in talks)
        alarmed = sum(count > 0 for count in alarms)
        found[f"{name}, conversations"] = {"n": len(talks), "alarmed": alarmed, "rate": share(alarmed, len(talks))}
        found[f"{name}, messages"] = {"n": messages, "alarmed": sum(alarms), "rate": share(sum(alarms), messages)}
    return found


def _alarms(conversation: Conversation, playbook: Playbook, model: Model) -> int:
    reading = read(conversation, playbook, model=model)
    loud = {finding.message for finding in reading.findings if finding.stage.rank >= Stage.RISING.rank}
    hostile = {said.id for said in reading.messages if said.stance == "hostile"}
    return len(loud | hostile)


if __name__ == "__main__":
    main()
