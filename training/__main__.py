"""Every stage of training in order, from the shared data to the weights in the package. `python -m training`."""

from __future__ import annotations

import subprocess
import sys
import time

STAGES = ("warm_up", "train", "distil", "combine", "foresee", "export", "evaluate")


def main() -> None:
    """Each stage in a process of its own, so that it gives its memory back."""
    began = time.perf_counter()
    for stage in sys.argv[1:] or STAGES:
        print(f"== {stage} ({(time.perf_counter() - began) / 60:.0f} min)", flush=True)
        subprocess.run([sys.executable, "-m", f"training.{stage}"], check=True)  # noqa: S603  our own modules
    print(f"== done ({(time.perf_counter() - began) / 60:.0f} min)")


if __name__ == "__main__":
    main()
