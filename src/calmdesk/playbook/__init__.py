"""Content as data: signs, triggers and word lists that a team lead can read, argue with and extend."""

from calmdesk.playbook.book import Playbook
from calmdesk.playbook.kinds import Document, Example, Sign, Source, Status, TriggerRule, WordList
from calmdesk.playbook.load import builtin_folder, load_playbook
from calmdesk.playbook.phrasing import Family, Move, Pair, Phrasing, Severity
from calmdesk.playbook.wording import Boundary, NextMove, Say

__all__ = [
    "Boundary",
    "Document",
    "Example",
    "Family",
    "Move",
    "NextMove",
    "Pair",
    "Phrasing",
    "Playbook",
    "Say",
    "Severity",
    "Sign",
    "Source",
    "Status",
    "TriggerRule",
    "WordList",
    "builtin_folder",
    "load_playbook",
]
