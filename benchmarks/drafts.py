"""The draft check beside prose linters, on drafts of 150 words made of real replies. Part of `make bench`.

    python -m benchmarks.drafts [--count 300] [--node-modules DIR]

Each draft answers a conversation of eight messages. Peers read the same drafts without one: they know none. Rates are
drafts a second on one core; ratios are against calmdesk's check in the same run.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import time
from collections.abc import Callable
from pathlib import Path

from tools.shared_data import label_rows

from benchmarks.candidates import candidates, node_speed
from benchmarks.corpus import support_messages
from calmdesk.conversation import Channel, Conversation, Message, Participant, Role
from calmdesk.drafts import check
from calmdesk.playbook import load_playbook
from calmdesk.reading import situation

WORDS = 150


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"))
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    measure(options.count, options.node_modules)


def measure(count: int, node_modules: Path) -> None:
    """Print one line for each candidate."""
    texts = drafts(count)
    print(
        f"\n{len(texts)} drafts of {WORDS} words, one core{'':4}{'drafts/s':>9}{'ratio':>9}{'p50 ms':>9}{'p99 ms':>9}"
    )
    yardstick = _line("calmdesk draft check", _check(), texts, None)
    for candidate in candidates():
        if candidate.module == "proselint":
            if importlib.util.find_spec("proselint") is None:
                print(f"{candidate.name:32}{'not installed: pip install proselint':>40}")
            else:
                _line(candidate.name, candidate.prepare(), texts[:60], yardstick)
    for package in ("alex", "write-good"):
        speed = node_speed(package, texts, node_modules.resolve())
        if speed is None:
            print(f"{package + ' (npm)':32}{'not installed: npm install ' + package:>40}")
        else:
            print(f"{package + ' (npm)':32}{speed:13,.0f}{speed / yardstick:9.3f}")


def drafts(count: int) -> list[str]:
    """Real replies of helpers, joined until each draft has 150 words."""
    words = " ".join(row["text"] for row in label_rows() if row["role"] == "helper").split()
    pieces = (words[place : place + WORDS] for place in range(0, len(words) - WORDS, WORDS))
    return [" ".join(piece) for piece, _ in zip(pieces, range(count), strict=False)]


def _check() -> Callable[[str], object]:
    playbook = load_playbook()
    people = (Participant(id="U", role=Role.REQUESTER), Participant(id="A", role=Role.AGENT))
    messages = tuple(
        Message(id=f"m{place}", sender="UA"[place % 2], text=text)
        for place, text in enumerate(support_messages(8, seed=5))
    )
    talk = Conversation(id="c", channel=Channel.EMAIL, participants=people, messages=messages)
    answers = situation(talk, playbook)
    return lambda text: check(text, playbook, answers)


def _line(name: str, run: Callable[[str], object], texts: list[str], yardstick: float | None) -> float:
    for text in texts:  # steady state: a pattern is compiled when it is first needed
        run(text)
    times = []
    for _ in range(3):
        for text in texts:
            before = time.perf_counter_ns()
            run(text)
            times.append(time.perf_counter_ns() - before)
    times.sort()
    rate = len(times) / sum(times) * 1e9
    median, late = times[len(times) // 2] / 1e6, times[int(len(times) * 0.99)] / 1e6
    print(f"{name:32}{rate:13,.0f}{rate / (yardstick or rate):9.3f}{median:9.2f}{late:9.2f}")
    return rate


if __name__ == "__main__":
    main()
