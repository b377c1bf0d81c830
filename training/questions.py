"""What the encoder is asked of a message, and the answers that the readings give."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from training.labels import Example
from training.scores import STANCES

_STANCE = tuple(f"stance:{stance}" for stance in STANCES)
_SIGNS = ("sarcasm", "accusation", "swearing_at_it", "repeated", "history", "refusal", "deadline", "caps")
_MOVES = (
    "acknowledges paraphrases clarifies_one stacks_questions next_step time status boundary "
    "expectation thanks apologises answers offers_choice"
).split()
_FAULTS = ("escalating_phrase", "dismissive", "defensive", "blames_user", "sarcastic", "abrupt")
_ABOUT_REQUESTERS = (*_STANCE, "abuse", "tense", *(f"sign:{sign}" for sign in _SIGNS))
_ABOUT_HELPERS = (*(f"move:{move}" for move in _MOVES), *(f"fault:{fault}" for fault in _FAULTS), "calming")
QUESTIONS = (*_ABOUT_REQUESTERS, *_ABOUT_HELPERS)
EXCLUSIVE = {"stance": slice(0, 3)}
# Pages of discussion are no support desk: what they teach counts less.
_WEIGHT = {"ts": 0.6, "ctx": 0.6}


def targets(examples: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """What is wanted, and how much each answer counts (0: not asked); both shaped (messages, questions)."""
    wanted = torch.zeros((len(examples), len(QUESTIONS)))
    known = torch.zeros_like(wanted)
    for row, example in enumerate(examples):
        weight = _WEIGHT.get(example.source, 1.0)
        for question, answer in _answers(example).items():
            column = QUESTIONS.index(question)
            wanted[row, column], known[row, column] = answer, weight
    return wanted, known


def _answers(example: Example) -> dict[str, float]:
    label = example.label
    found: dict[str, float] = {}
    if "stance" in label:
        found |= {f"stance:{stance}": float(label["stance"] == stance) for stance in STANCES}
    if example.role == "helper":
        found |= {f"move:{move}": float(move in label["moves"]) for move in _MOVES if "moves" in label}
        found |= {f"fault:{fault}": float(fault in label["faults"]) for fault in _FAULTS if "faults" in label}
        if label.get("calm_score") is not None:
            found["calming"] = (label["calm_score"] + 2) / 4
    elif "stance" in label:
        found["abuse"] = float(label["conduct"] in ("abuse", "harassment"))
        if "intensity" in label:
            found["tense"] = label["intensity"] / 4
        found |= {f"sign:{sign}": float(sign in label["signs"]) for sign in _SIGNS}
    return found
