"""Runs a command in this process and gives back what it printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from typer.testing import CliRunner

from calmdesk.cli.main import app
from calmdesk.errors import CalmdeskError


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


def calmdesk(*arguments: str | Path, given: str | bytes | None = None) -> Answer:
    """`main` around the app turns an error into one sentence and exit code 2; so does this."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)
    if isinstance(result.exception, CalmdeskError):
        return Answer(2, result.stdout, f"calmdesk: {result.exception}")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)
