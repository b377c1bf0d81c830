"""How the moves stand against the agents' messages that were read one by one (by a language-model reader, not people).

    python -m tools.move_quality                             precision and recall of each move on each part
    python -m tools.move_quality --part held                 on one part only
    python -m tools.move_quality --misses time 20            seeded messages with the label, where nothing was found
    python -m tools.move_quality --false-alarms time 20      seeded messages with a finding and without the label

Messages are shown from the parts that rules may be tuned on, never from the one that only judges them.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from calmdesk.archive import Rate, rate
from calmdesk.moves import move_engine_for
from calmdesk.playbook import Playbook, load_playbook
from calmdesk.signals import engine_for
from calmdesk.signals.moment import moments_of
from tools.shared_data import PARTS, labelled_threads, part_of


class Judged(NamedTuple):
    """One message of an agent: `found` holds the words of each move that was found."""

    part: str
    text: str
    labels: frozenset[str]
    found: dict[str, list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, help="one part of the threads; all of them, if left out")
    parser.add_argument("--misses", nargs=2, metavar=("MOVE", "COUNT"))
    parser.add_argument("--false-alarms", nargs=2, metavar=("MOVE", "COUNT"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    playbook = load_playbook()
    judged = list(_judged(playbook))
    parts = [options.part] if options.part else list(PARTS)
    if options.misses or options.false_alarms:
        move, count = options.misses or options.false_alarms
        open_to_see = [item for item in judged if item.part in parts and item.part != "held"]
        _show(open_to_see, move, int(count), missed=bool(options.misses), seed=options.seed)
        return
    for part in parts:
        _table(part, playbook, [item for item in judged if item.part == part])


def _judged(playbook: Playbook) -> Iterator[Judged]:
    engine, vocabulary = move_engine_for(playbook), engine_for(playbook).vocabulary
    for conversation, rows in labelled_threads():
        part = part_of(conversation.id)
        for moment, row in zip(moments_of(conversation, vocabulary), rows, strict=True):
            if row["role"] != "helper" or "moves" not in row:
                continue
            found: dict[str, list[str]] = {}
            for seen in engine.find(moment):
                found.setdefault(seen.move, []).append(moment.text[seen.start : seen.end])
            yield Judged(part, row["text"], frozenset(row["moves"]), found)


def _table(part: str, playbook: Playbook, judged: Sequence[Judged]) -> None:
    known = frozenset[str]().union(*(item.labels for item in judged))
    print(f"{part}: {len(judged)} messages of agents")
    for move in playbook.moves:
        found = [item for item in judged if move in item.found]
        if move not in known:
            print(f"    {move:22} found {len(found):3}, no labels")
            continue
        both = sum(move in item.labels for item in found)
        labelled = sum(move in item.labels for item in judged)
        precision, recall = rate(both, len(found)), rate(both, labelled)
        print(f"    {move:22} n={labelled:3}  precision {_shown(precision)}  recall {_shown(recall)}")


def _shown(share: Rate) -> str:
    if share.share is None:
        return "none found".ljust(27)
    return f"{share.share:.2f} ({share.low:.2f} to {share.high:.2f}) of {share.n:3}"


def _show(judged: Sequence[Judged], move: str, count: int, *, missed: bool, seed: int) -> None:
    wrong = [item for item in judged if (move in item.labels) is missed and (move in item.found) is not missed]
    random.Random(seed).shuffle(wrong)
    for item in wrong[:count]:
        print(f"{sorted(item.labels)} found {item.found.get(move, [])}\n    {item.text[:600]!r}\n")


if __name__ == "__main__":
    main()
