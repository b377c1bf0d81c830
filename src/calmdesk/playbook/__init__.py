"""Content as data: signs, triggers and word lists that a team lead can read, argue with and extend."""

from calmdesk.playbook.kinds import Document, Example, Sign, Source, Status, TriggerRule, WordList
from calmdesk.playbook.load import Playbook, builtin_folder, load_playbook

__all__ = [
    "Document",
    "Example",
    "Playbook",
    "Sign",
    "Source",
    "Status",
    "TriggerRule",
    "WordList",
    "builtin_folder",
    "load_playbook",
]
