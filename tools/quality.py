"""How the rules stand against the messages that were read one by one (by a language-model reader, not by people).

    python -m tools.quality                     the part that rules are tuned on
    python -m tools.quality --part held         the part that only ever judges them
    python -m tools.quality --misses upset 20   seeded messages of one label that read otherwise

Stance: per message of requesters and others, macro-F1. First shift: threads with three or more requester messages; the
label's first shift is the first requester message that was labelled other than calm.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from calmdesk.archive import rate
from calmdesk.conversation import Role, Stance
from calmdesk.playbook import load_playbook
from calmdesk.reading import read
from tools.shared_data import PARTS, labelled_threads, part_of


class Judged(NamedTuple):
    thread: str
    source: str
    text: str
    label: str
    said: str
    signs: tuple[str, ...]
    found: tuple[str, ...]


class Shift(NamedTuple):
    label: int | None
    said: int | None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", "--half", choices=[*PARTS, "all"], default="dev", help="which part of the threads")
    parser.add_argument("--misses", nargs=2, metavar=("LABEL", "COUNT"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    judged, shifts = _read(options.part)
    if options.misses:
        _misses([item for item in judged if part_of(item.thread) != "held"], *options.misses, seed=options.seed)
        return
    _stance("all", judged)
    for source, count in Counter(item.source for item in judged).most_common():
        if count >= 60:
            _stance(source, [item for item in judged if item.source == source])
    _shifts(shifts)


def _read(part: str) -> tuple[list[Judged], list[Shift]]:
    playbook = load_playbook()
    judged: list[Judged] = []
    shifts: list[Shift] = []
    for conversation, rows in labelled_threads():
        if part not in ("all", part_of(conversation.id)):
            continue
        reading = read(conversation, playbook)
        own: list[tuple[str, str]] = []
        for row, said in zip(rows, reading.messages, strict=True):
            if "stance" not in row or not isinstance(said.stance, Stance):
                continue
            found = tuple(finding.rule for finding in reading.findings if finding.message == row["id"])
            judged.append(
                Judged(
                    conversation.id,
                    row["source"],
                    row["text"],
                    row["stance"],
                    said.stance.value,
                    tuple(row["signs"]),
                    found,
                )
            )
            if said.role is Role.REQUESTER:
                own.append((row["id"], row["stance"]))
        if len(own) >= 3:
            ids = [name for name, _ in own]
            label = next((place for place, (_, stance) in enumerate(own) if stance != "calm"), None)
            first = reading.first_shift.message if reading.first_shift else None
            shifts.append(Shift(label, ids.index(first) if first in ids else None))
    return judged, shifts


def _stance(name: str, judged: list[Judged]) -> None:
    scores = dict(_f1(judged))
    macro = _macro(judged)
    draws = random.Random(7)
    threads = sorted({item.thread for item in judged})
    by_thread: dict[str, list[Judged]] = {}
    for item in judged:
        by_thread.setdefault(item.thread, []).append(item)
    boots = sorted(
        _macro([item for t in draws.choices(threads, k=len(threads)) for item in by_thread[t]]) for _ in range(200)
    )
    print(f"{name}: stance macro-F1 {macro:.3f} (95 % {boots[4]:.3f} to {boots[195]:.3f}), n={len(judged)}")
    for stance, (precision, recall, f1, n) in scores.items():
        print(f"    {stance:8} precision {precision:.2f}  recall {recall:.2f}  F1 {f1:.2f}  n={n}")


def _macro(judged: list[Judged]) -> float:
    scores = [f1 for _, (_, _, f1, _) in _f1(judged)]
    return sum(scores) / len(scores)


def _f1(judged: list[Judged]) -> Iterator[tuple[str, tuple[float, float, float, int]]]:
    for stance in Stance:
        both = sum(item.label == stance.value == item.said for item in judged)
        said = sum(item.said == stance.value for item in judged)
        label = sum(item.label == stance.value for item in judged)
        precision, recall = both / said if said else 0.0, both / label if label else 0.0
        f1 = 2 * precision * recall / (precision + recall) if both else 0.0
        yield stance.value, (precision, recall, f1, label)


def _shifts(shifts: list[Shift]) -> None:
    shifted = [shift for shift in shifts if shift.label is not None]
    near = sum(shift.said is not None and abs(shift.said - (shift.label or 0)) <= 1 for shift in shifted)
    exact = sum(shift.said == shift.label for shift in shifted)
    calm = [shift for shift in shifts if shift.label is None]
    silent = sum(shift.said is None for shift in calm)
    print(f"first shift within one own message: {rate(near, len(shifted))}; exact {rate(exact, len(shifted))}")
    print(f"calm threads without a shift: {rate(silent, len(calm))}")


def _misses(judged: list[Judged], label: str, count: str, *, seed: int) -> None:
    wrong = [item for item in judged if item.label == label and item.said != label]
    random.Random(seed).shuffle(wrong)
    for item in wrong[: int(count)]:
        print(
            f"[{item.source} {item.label} read as {item.said}] signs {item.signs} found {item.found}"
            f"\n    {item.text[:400]!r}\n"
        )


if __name__ == "__main__":
    main()
