"""`calmdesk read`: any conversation, for people or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from calmdesk.cli.inputs import (
    AgentOption,
    FormatOption,
    NowOption,
    PlaybookOption,
    complain,
    conversations,
    model_from,
    opened,
    playbook_from,
    time_from,
)
from calmdesk.errors import BadInput

if TYPE_CHECKING:
    from calmdesk.conversation import Conversation
    from calmdesk.reading import Reading

Read = Callable[["Conversation"], "Reading"]


class FailOn(StrEnum):
    EARLY = "early"
    RISING = "rising"
    CONDUCT = "conduct"


def read(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Conversations in any known format; - is standard input.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One reading per line, as JSON.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="One conversation per input line, one reading per output line.")
    ] = False,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Exit 1 where a finding of this stage or above is found.")
    ] = None,
    agent: AgentOption = None,
    format: FormatOption = None,  # noqa: A002  the option is called --format
    playbook: PlaybookOption = None,
    now: NowOption = None,
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Use the signs alone, also where a model is installed.")
    ] = False,
    width: Annotated[
        int | None, typer.Option("--width", help="Columns to print in. Default: the terminal's.", min=40)
    ] = None,
) -> None:
    """Read conversations: a thread with every sign in place, the tension line, the first shift and why.

    Known formats: calmdesk JSON and JSON Lines, plain "Name: text" transcripts, mail (.eml, mbox), WebVTT and SRT,
    Amazon Transcribe Call Analytics and Contact Lens, Whisper JSON, Slack exports (zip), CSV.
    """
    from calmdesk.reading import read as read_conversation

    book = playbook_from(playbook)
    as_of = time_from(now)
    model = model_from(without=no_model)

    def reading_of(conversation: Conversation) -> Reading:
        return read_conversation(conversation, book, now=as_of, model=model)

    watch = _Watch(fail_on)
    if jsonl:
        for name in files:
            _read_lines(name, reading_of, watch)
    else:
        _read_files(files, agent, format, reading_of, watch, as_json=as_json, width=width)
    sys.stdout.flush()
    raise typer.Exit(watch.exit_code)


class _Watch:
    """Remembers what decides the exit code."""

    def __init__(self, fail_on: FailOn | None) -> None:
        self._fail_on = fail_on
        self._bad = False
        self._found = False

    def bad(self) -> None:
        self._bad = True

    def saw(self, reading: Reading) -> None:
        if self._fail_on is not None and not self._found:
            least = list(FailOn).index(self._fail_on)
            self._found = any(finding.stage.rank >= least for finding in reading.findings)

    @property
    def exit_code(self) -> int:
        return 2 if self._bad else int(self._found)


def _read_files(
    files: list[str],
    agents: list[str] | None,
    format_name: str | None,
    reading_of: Read,
    watch: _Watch,
    *,
    as_json: bool,
    width: int | None,
) -> None:
    from calmdesk.conversation import to_json

    for name, item in conversations(files, agents, format_name):
        if isinstance(item, BadInput):
            watch.bad()
            complain(name, item)
            continue
        reading = reading_of(item)
        watch.saw(reading)
        if as_json:
            sys.stdout.buffer.write(to_json(reading) + b"\n")
        else:
            from calmdesk.cli.thread import print_thread

            print_thread(item, reading, name=Path(name).name.strip("-"), width=width)


def _read_lines(name: str, reading_of: Read, watch: _Watch) -> None:
    """A bad line is answered in its place, and the rest is read."""
    from calmdesk.conversation import conversation_from_json, to_json

    out = sys.stdout.buffer
    is_first = True
    for number, line in enumerate(opened(name), 1):
        if not line.strip():
            continue
        if is_first and line.strip(b"\xef\xbb\xbf \t\r\n") in (b"{", b"["):
            # The lines are still answered one by one: that is what whoever reads the output counts on.
            complain(
                name, BadInput("this looks like one JSON document over several lines", remedy="Leave out --jsonl.")
            )
        is_first = False
        try:
            reading = reading_of(conversation_from_json(line))
        except BadInput as error:
            watch.bad()
            out.write(to_json({"calmdesk": 1, "line": number, "error": str(error)}) + b"\n")
            continue
        watch.saw(reading)
        out.write(to_json(reading) + b"\n")
