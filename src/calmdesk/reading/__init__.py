"""Everything calmdesk says of one conversation, assembled in one place."""

from calmdesk.conversation import NotRead
from calmdesk.reading.desk import Desk
from calmdesk.reading.judged import Judged, judged, situation
from calmdesk.reading.read import read
from calmdesk.reading.values import MessageReading, Reading, Trigger

__all__ = ["Desk", "Judged", "MessageReading", "NotRead", "Reading", "Trigger", "judged", "read", "situation"]
