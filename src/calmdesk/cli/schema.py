"""`calmdesk schema`: the JSON Schemas of what goes in and comes out."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer


class Form(StrEnum):
    CONVERSATION = "conversation"
    READING = "reading"
    SIGN = "sign"
    TRIGGER = "trigger"
    WORDS = "words"
    PHRASING = "phrasing"
    MOVE = "move"
    NEXT_MOVE = "next-move"
    BOUNDARY = "boundary"
    DRAFT_CHECK = "draft-check"


def schema(form: Annotated[Form, typer.Argument(help="Which schema.")] = Form.CONVERSATION) -> None:
    """Print a JSON Schema: of a conversation, a reading, a draft check, or a file of the playbook (for editor help)."""
    from calmdesk.proof.schemas import schemas

    typer.echo(json.dumps(schemas()[form.value], indent=2, ensure_ascii=False))
