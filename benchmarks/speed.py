"""`make bench`: calmdesk beside its peers, in one run on this machine, on one core.

    python -m benchmarks.speed [--count 4000] [--node-modules DIR]

Each candidate reads the same whole messages of real support text. Rates are messages a second; ratios are against
calmdesk's signs engine in the same run, so they travel between machines and plain numbers do not.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.candidates import Candidate, as_wire, candidates, node_speed
from benchmarks.corpus import long_message, support_messages
from benchmarks.drafts import measure as measure_drafts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"))
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = support_messages(options.count)
    lengths = sorted(map(len, texts))
    print(
        f"{len(texts)} messages, median {statistics.median(lengths):.0f} characters, "
        f"mean {statistics.fmean(lengths):.0f}, longest {lengths[-1]}; one core; Python {sys.version.split()[0]}"
    )
    print(f"\n{'':32}{'msg/s':>9}{'ratio':>9}{'p50 µs':>9}{'p99 µs':>9}{'prepare s':>11}{'MB':>7}  does")
    yardstick: float | None = None
    for candidate in candidates():
        yardstick = _line(candidate, texts, yardstick)
    for package, does in (("alex", "wording lint, spans"), ("write-good", "prose lint, spans")):
        speed = node_speed(package, texts[:300], options.node_modules.resolve())
        if speed is None:
            print(f"{package + ' (npm)':32}{'not installed: npm install ' + package:>40}")
        else:
            print(
                f"{package + ' (npm)':32}{speed:9,.0f}{speed / (yardstick or 1):9.3f}{'':9}{'':9}{'':11}{'':7}  {does}"
            )
    measure_drafts(300, options.node_modules)
    _long(candidates()[0])
    _starts()


def _line(candidate: Candidate, texts: list[str], yardstick: float | None) -> float | None:
    if importlib.util.find_spec(candidate.module) is None:
        print(f"{candidate.name:32}{'not installed: pip install ' + candidate.module:>40}")
        return yardstick
    started = time.perf_counter()
    run = candidate.prepare()
    given = [as_wire(text) for text in texts] if "JSON" in candidate.name else texts
    if candidate.module in ("proselint", "onnxruntime", "torch"):
        given = given[:400]
    for text in given[:400]:
        run(text)
    prepared = time.perf_counter() - started
    best, times = 0.0, []
    for _ in range(3):
        times = []
        begun = time.perf_counter()
        for text in given:
            before = time.perf_counter_ns()
            run(text)
            times.append(time.perf_counter_ns() - before)
        best = max(best, len(given) / (time.perf_counter() - begun))
    times.sort()
    yardstick = yardstick or best
    print(
        f"{candidate.name:32}{best:9,.0f}{best / yardstick:9.3f}{times[len(times) // 2] / 1e3:9.0f}"
        f"{times[int(len(times) * 0.99)] / 1e3:9.0f}{prepared:11.2f}{_megabytes(candidate.module):7.1f}"
        f"  {candidate.does}"
    )
    return yardstick


def _long(candidate: Candidate) -> None:
    run = candidate.prepare()
    texts = [long_message(2000, seed) for seed in range(300)]
    for text in texts:  # steady state: a pattern is compiled when it is first needed
        run(text)
    times = []
    for text in texts:
        before = time.perf_counter_ns()
        run(text)
        times.append(time.perf_counter_ns() - before)
    times.sort()
    print(
        f"\none message of 2,000 characters, {candidate.name}, warm: "
        f"p50 {times[150] / 1e6:.2f} ms, p99 {times[297] / 1e6:.2f} ms, n={len(times)}"
    )


def _starts() -> None:
    command = Path(sys.executable).with_name("calmdesk")
    taken = []
    for _ in range(7):
        begun = time.perf_counter()
        subprocess.run([str(command), "--help"], capture_output=True, check=True)
        taken.append(time.perf_counter() - begun)
    print(f"calmdesk --help: median {statistics.median(taken):.2f} s of {len(taken)} starts")


def _megabytes(module: str) -> float:
    found = importlib.util.find_spec(module)
    if found is None or not found.submodule_search_locations:
        return 0.0
    folder = Path(next(iter(found.submodule_search_locations)))
    return (
        sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        / 1e6
    )


if __name__ == "__main__":
    main()
