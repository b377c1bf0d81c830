"""How sure a rate is."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

_Z95 = 1.959963984540054


class Rate(NamedTuple):
    """A share of `n` with its 95 % interval (Wilson, 1927: honest for small n and for 0 or all)."""

    hits: int
    n: int
    low: float
    high: float

    @property
    def share(self) -> float | None:
        return self.hits / self.n if self.n else None

    def __str__(self) -> str:
        if not self.n:
            return "not marked"
        return f"{self.hits}/{self.n} = {self.hits / self.n:.0%} (95 % interval {self.low:.0%} to {self.high:.0%})"


def rate(hits: int, n: int) -> Rate:
    """The rate of `hits` among `n`."""
    if n == 0:
        return Rate(0, 0, 0.0, 1.0)
    share = hits / n
    middle = share + _Z95**2 / (2 * n)
    spread = _Z95 * sqrt(share * (1 - share) / n + _Z95**2 / (4 * n * n))
    whole = 1 + _Z95**2 / n
    return Rate(hits, n, max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole))
