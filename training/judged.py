"""What the installed product says of the read messages, through the same door as a desk's own conversations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from calmdesk.conversation import Stance
from calmdesk.playbook import Playbook
from calmdesk.reading import read
from calmdesk.temperature import Model, Probabilities
from training.labels import Example, is_judged
from training.threads import conversation_of


class Judged(NamedTuple):
    """One message: what its reader said, what calmdesk said, and the calibrated probabilities where there are any."""

    example: Example
    truth: str
    said: str
    chances: Probabilities | None
    conduct: str


def judged(examples: Iterable[Example], playbook: Playbook, model: Model | None) -> Iterator[Judged]:
    """Messages of requesters and others whose stance was read; those in another language are left out."""
    for example in examples:
        if not is_judged(example):
            continue
        said = read(conversation_of(example), playbook, model=model).messages[-1]
        if isinstance(said.stance, Stance):
            chances = said.stance_p if isinstance(said.stance_p, Probabilities) else None
            yield Judged(example, example.label["stance"], said.stance.value, chances, str(said.conduct))


def calibration_error(found: Sequence[Judged], bins: int = 10) -> tuple[float, list[tuple[float, float, int]]]:
    """
    The expected calibration error of "not calm", and the points of its reliability plot.

    Each point: the mean probability in a bin, the share that was indeed not calm, and how many messages.
    """
    pairs = [(1.0 - one.chances.calm, one.truth != "calm") for one in found if one.chances is not None]
    points, error = [], 0.0
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        inside = [pair for pair in pairs if low <= pair[0] < high or (high == 1.0 and pair[0] == 1.0)]
        if inside:
            said = sum(chance for chance, _ in inside) / len(inside)
            was = sum(happened for _, happened in inside) / len(inside)
            points.append((round(said, 3), round(was, 3), len(inside)))
            error += abs(said - was) * len(inside) / len(pairs)
    return error, points
