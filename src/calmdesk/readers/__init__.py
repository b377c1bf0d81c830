"""Readers: bytes of a known format -> conversations."""

from calmdesk.readers.detect import FORMATS, format_named, read_bytes, read_path
from calmdesk.readers.format import Desk, Format, Original
from calmdesk.readers.roles import assign_roles, with_role

__all__ = [
    "FORMATS",
    "Desk",
    "Format",
    "Original",
    "assign_roles",
    "format_named",
    "read_bytes",
    "read_path",
    "with_role",
]
