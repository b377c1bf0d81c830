"""What else came with a mail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from calmdesk.readers.mail_fields import parameter
from calmdesk.readers.mail_parts import Part
from calmdesk.readers.mail_words import header_text

_MAX_ATTACHMENTS = 100


def attachments(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """What else came along, an attached mail as one thing."""
    found: dict[str, dict[str, Any]] = {}
    for part in parts:
        mail = next((path for kind, path in part.inside if kind == "message/rfc822"), None)
        if mail is not None:
            known = found.setdefault(mail, {"part": mail or "1", "type": "message/rfc822", "bytes": 0})
            known["bytes"] += part.end - part.start
        else:
            found[part.path] = _attachment(part)
        if len(found) >= _MAX_ATTACHMENTS:
            break
    return list(found.values())


def _attachment(part: Part) -> dict[str, Any]:
    name = parameter(part.headers, "filename", "content-disposition") or parameter(part.headers, "name")
    found: dict[str, Any] = {"part": part.path, "type": part.type[:100], "bytes": part.end - part.start}
    return {**found, "name": header_text(name.encode("utf-8", "replace"))[:200]} if name else found
