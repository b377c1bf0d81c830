"""What the desk has promised: found in its words, set to a time, followed until it is kept (P-7.4, P-7.5, P-1.4)."""

from calmdesk.promises.calendar import as_calendar
from calmdesk.promises.draft import update_draft
from calmdesk.promises.find import Commitment, find
from calmdesk.promises.hours import Hours
from calmdesk.promises.ledger import hand_over, ledger, owners_of
from calmdesk.promises.reminders import Occasion, Reminder, next_reminder, reminders
from calmdesk.promises.time_words import times_in
from calmdesk.promises.values import Due, Kind, Promise, State
from calmdesk.promises.waiting import LeftWaiting, silence_due
from calmdesk.promises.when import when

__all__ = [
    "Commitment",
    "Due",
    "Hours",
    "Kind",
    "LeftWaiting",
    "Occasion",
    "Promise",
    "Reminder",
    "State",
    "as_calendar",
    "find",
    "hand_over",
    "ledger",
    "next_reminder",
    "owners_of",
    "reminders",
    "silence_due",
    "times_in",
    "update_draft",
    "when",
]
