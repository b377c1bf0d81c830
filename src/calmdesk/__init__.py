"""calmdesk reads support conversations and shows the first shift in tone, with the words that show it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from calmdesk.conversation import Conversation, Finding
    from calmdesk.errors import BadInput, BadPlaybook, CalmdeskError
    from calmdesk.playbook import Playbook, load_playbook
    from calmdesk.readers import read_bytes, read_path
    from calmdesk.reading import Reading, read

__version__ = "0.1.0"
# Names are fetched when they are first asked for, so that `calmdesk --help` does not load an engine.
_HOME = {
    "BadInput": "calmdesk.errors",
    "BadPlaybook": "calmdesk.errors",
    "CalmdeskError": "calmdesk.errors",
    "Conversation": "calmdesk.conversation",
    "Finding": "calmdesk.conversation",
    "Playbook": "calmdesk.playbook",
    "Reading": "calmdesk.reading",
    "load_playbook": "calmdesk.playbook",
    "read": "calmdesk.reading",
    "read_bytes": "calmdesk.readers",
    "read_path": "calmdesk.readers",
}
__all__ = [
    "BadInput",
    "BadPlaybook",
    "CalmdeskError",
    "Conversation",
    "Finding",
    "Playbook",
    "Reading",
    "load_playbook",
    "read",
    "read_bytes",
    "read_path",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(importlib.import_module(_HOME[name]), name)
    raise AttributeError(f"module 'calmdesk' has no attribute {name!r}")
