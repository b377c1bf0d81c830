"""Numbered places where the process may die, so that a test can make it die at each of them."""

from __future__ import annotations

import os

POINTS = (
    "before_raw",
    "after_raw_before_commit",
    "after_raw_commit",
    "after_parse",
    "after_store_before_commit",
    "after_store_commit",
)


def crash_point(name: str) -> None:
    """Die here, as a power cut would, when a test asks for it."""
    if os.environ.get("CALMDESK_CRASH_AT") == name:
        os._exit(137)
