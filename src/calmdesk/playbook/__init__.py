"""Content as data: signs, triggers and word lists that a team lead can read, argue with and extend."""

from calmdesk.playbook.book import RULE_KINDS, Playbook, Rule
from calmdesk.playbook.kinds import Document, Example, Kind, Sign, Source, Status, TriggerRule, WordList
from calmdesk.playbook.load import builtin_folder, load_playbook
from calmdesk.playbook.phrasing import Family, Move, Pair, Phrasing, Severity
from calmdesk.playbook.wording import Boundary, NextMove, Say

__all__ = [
    "RULE_KINDS",
    "Boundary",
    "Document",
    "Example",
    "Family",
    "Kind",
    "Move",
    "NextMove",
    "Pair",
    "Phrasing",
    "Playbook",
    "Rule",
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
