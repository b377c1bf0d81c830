"""The requester's words (and timing) become findings."""

from calmdesk.signals.engine import Engine, engine_for
from calmdesk.signals.moment import Moment
from calmdesk.signals.scan import Scanned, scan
from calmdesk.signals.triggers import TriggerSeen, find_triggers

__all__ = ["Engine", "Moment", "Scanned", "TriggerSeen", "engine_for", "find_triggers", "scan"]
