"""Refusing early: an intake that cannot be stored whole is not begun."""

from __future__ import annotations

import shutil
from pathlib import Path


class DiskNearlyFull(Exception):
    """There is too little room to promise that anything is kept."""


def check_room(folder: Path, reserve_mb: int, needed: int = 0) -> None:
    """Raise `DiskNearlyFull` where `needed` bytes would eat into the reserve (or a twentieth of a small disk)."""
    usage = shutil.disk_usage(folder)
    reserve = min(reserve_mb * 1_000_000, usage.total // 20)
    if usage.free - needed < reserve:
        raise DiskNearlyFull
