"""Figures of quality, each with its interval."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from calmdesk.archive.interval import rate

STANCES = ("calm", "upset", "hostile")


def macro_f1(truth: Sequence[str], said: Sequence[str]) -> float:
    """The mean F1 of the three stances."""
    return sum(stance_scores(truth, said)[stance][2] for stance in STANCES) / len(STANCES)


def stance_scores(truth: Sequence[str], said: Sequence[str]) -> Mapping[str, tuple[float, float, float, int]]:
    """Precision, recall, F1 and n of each stance."""
    found = {}
    for stance in STANCES:
        right = sum(a == b == stance for a, b in zip(truth, said, strict=True))
        told, there = sum(b == stance for b in said), sum(a == stance for a in truth)
        precision, recall = right / max(1, told), right / max(1, there)
        found[stance] = (precision, recall, 2 * right / max(1, told + there), there)
    return found


def interval(truth: Sequence[str], said: Sequence[str], groups: Sequence[str], draws: int = 500) -> tuple[float, float]:
    """95 % of macro-F1, by drawing whole threads again and again."""
    members: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        members.setdefault(group, []).append(place)
    names = sorted(members)
    chance = random.Random(5)
    found = []
    for _ in range(draws):
        places = [place for name in chance.choices(names, k=len(names)) for place in members[name]]
        found.append(macro_f1([truth[place] for place in places], [said[place] for place in places]))
    found.sort()
    return found[int(0.025 * draws)], found[int(0.975 * draws)]


def share(right: int, of: int) -> list[float]:
    """The share with its 95 % interval (Wilson), rounded; nothing of nothing."""
    found = rate(right, of)
    return [round(right / of, 3), round(found.low, 3), round(found.high, 3)] if of else []
