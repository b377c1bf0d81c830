"""JSON Schemas, made from the types themselves."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UnsetType

from calmdesk.conversation import conversation_schema
from calmdesk.drafts import DraftCheck
from calmdesk.playbook import Boundary, Move, NextMove, Phrasing, Sign, TriggerRule, WordList
from calmdesk.reading import Reading


def schemas() -> dict[str, dict[str, Any]]:
    """By name: conversation (in), reading and draft check (out), and the files of a playbook."""
    draft = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {
        "conversation": conversation_schema(),
        "reading": {**draft, "title": "calmdesk reading, version 1", **msgspec.json.schema(Reading)},
        "draft-check": {
            **draft,
            "title": "calmdesk draft check, version 1",
            **msgspec.json.schema(DraftCheck, schema_hook=_never_there),
        },
        "sign": {**draft, "title": "calmdesk sign file", **msgspec.json.schema(Sign)},
        "trigger": {**draft, "title": "calmdesk trigger file", **msgspec.json.schema(TriggerRule)},
        "words": {**draft, "title": "calmdesk word list", **msgspec.json.schema(WordList)},
        "phrasing": {**draft, "title": "calmdesk phrasing file", **msgspec.json.schema(Phrasing)},
        "move": {**draft, "title": "calmdesk move file", **msgspec.json.schema(Move)},
        "next-move": {**draft, "title": "calmdesk next move file", **msgspec.json.schema(NextMove)},
        "boundary": {**draft, "title": "calmdesk boundary file", **msgspec.json.schema(Boundary)},
    }


def _never_there(kind: type) -> dict[str, Any]:
    """A key that this version never sends."""
    if kind is not UnsetType:
        raise NotImplementedError
    return {"not": {}}
