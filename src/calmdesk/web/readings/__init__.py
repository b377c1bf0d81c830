"""The reading of a stored conversation, for one viewer, made again only when something it depends on changed."""

from calmdesk.web.readings.services import playbook, reading_of

__all__ = ["playbook", "reading_of"]
