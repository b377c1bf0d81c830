"""How much work something is, counted and not timed: the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

# Twice the text may take so many times the steps: two, and a little for sorting and the like. Pairs would take four.
LINEAR = 2.3


def growth(work: Callable[[Any], object], of_size: Callable[[int], Any], size: int) -> float:
    """How many times the steps twice the size takes."""
    once, twice = of_size(size), of_size(2 * size)
    work(once)  # what is loaded or kept at the first use would be counted as a part of the smaller one
    return steps(lambda: work(twice)) / steps(lambda: work(once))


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python run, each turn of a loop and each call among them.

    A call into C is one step, however long it takes: where C does the work, this says nothing. Whoever traced before,
    coverage or a debugger, goes on afterwards; a profiler is not disturbed.
    """
    count = 0

    def counted(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
