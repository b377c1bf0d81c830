"""Where the outside data lies."""

from __future__ import annotations

import os
from pathlib import Path


def shared_folder() -> Path:
    """CALMDESK_SHARED, or `shared` beside the project."""
    return Path(os.environ.get("CALMDESK_SHARED", Path(__file__).resolve().parents[2] / "shared"))
