"""The facts of a stored conversation and the parts of a reply, made on demand; nothing of them is kept."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET

from calmdesk.conversation import to_utf16
from calmdesk.drafts.facts import facts
from calmdesk.drafts.parts import Part, parts
from calmdesk.reading import judged
from calmdesk.web.accounts.access import Viewer
from calmdesk.web.readings.services import model, playbook, reading_of
from calmdesk.web.store.records import Record
from calmdesk.web.store.selectors import silenced_rules


def parts_of(record: Record, viewer: Viewer) -> tuple[Part, ...]:
    """What a reply to this conversation could be built from, for this viewer."""
    reading = reading_of(record, viewer)
    found = judged(record.conversation, playbook(), silenced=silenced_rules(viewer, record.pk), model=model())
    card = None if reading.guidance is UNSET else reading.guidance
    rungs = None if reading.ladder is UNSET else reading.ladder
    limit_due = rungs is not None and (rungs.due is not None or rungs.distress)
    return parts(
        found.conversation, playbook(), scanned=found.scanned, heats=found.heats, card=card, limit_due=limit_due
    )


def parts_with_utf16(record: Record, viewer: Viewer) -> dict[str, Any]:
    """Facts and parts in the wire form, every span in code points and in UTF-16 units."""
    told: list[dict[str, Any]] = msgspec.to_builtins(facts(record.conversation, playbook()))
    built: list[dict[str, Any]] = msgspec.to_builtins(parts_of(record, viewer))
    for fact in told:
        _add_utf16(fact, record.conversation.message(fact["message"]).text)
    for part in built:
        _add_utf16(part, part["text"])
    return {"calmdesk": 1, "facts": told, "parts": built}


def _add_utf16(span: dict[str, Any], text: str) -> None:
    span["start_utf16"] = to_utf16(text, span["start"])
    span["end_utf16"] = to_utf16(text, span["end"])
