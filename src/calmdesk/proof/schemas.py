"""JSON Schemas, made from the types themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from calmdesk.conversation import conversation_schema
from calmdesk.playbook import Sign, TriggerRule, WordList
from calmdesk.reading import Reading


def schemas() -> dict[str, dict[str, Any]]:
    """By name: conversation (in), reading (out), and the files of a playbook."""
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {
        "conversation": conversation_schema(),
        "reading": {**draft, "title": "calmdesk reading, version 1", **msgspec.json.schema(Reading)},
        "sign": {**draft, "title": "calmdesk sign file", **msgspec.json.schema(Sign)},
        "trigger": {**draft, "title": "calmdesk trigger file", **msgspec.json.schema(TriggerRule)},
        "words": {**draft, "title": "calmdesk word list", **msgspec.json.schema(WordList)},
    }
