"""Everything calmdesk says of one conversation, assembled in one place."""

from calmdesk.reading.read import read
from calmdesk.reading.values import MessageReading, NotRead, Reading, Trigger

__all__ = ["MessageReading", "NotRead", "Reading", "Trigger", "read"]
