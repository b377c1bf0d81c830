"""Options and steps that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from calmdesk.errors import BadInput

if TYPE_CHECKING:
    from calmdesk.conversation import Conversation
    from calmdesk.playbook import Playbook
    from calmdesk.readers import Desk
    from calmdesk.temperature import Model

PlaybookOption = Annotated[
    list[Path] | None,
    typer.Option("--playbook", metavar="DIR", help="A folder with signs of your own, on top of those that come along."),
]
AgentOption = Annotated[
    list[str] | None,
    typer.Option(
        "--agent", metavar="NAME|ADDRESS", help="Who answers for the desk. Default: by evidence, which is shown."
    ),
]
FormatOption = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="The format, where it is not recognised by itself.")
]
NowOption = Annotated[
    str | None, typer.Option("--now", metavar="TIME", help="Judge as of this time (RFC 3339). Default: the present.")
]


def playbook_from(folders: Iterable[Path] | None) -> Playbook:
    """The playbook that comes along, with the given folders on top."""
    from calmdesk.playbook import load_playbook

    return load_playbook(*(folders or ()))


def model_from(*, without: bool) -> Model | None:
    """The model that came with this installation, unless it is not wanted; None, too, where it is not installed."""
    if without:
        return None
    from calmdesk.temperature import installed_model

    return installed_model()


def desk_from(agents: Iterable[str] | None) -> Desk:
    """Who answers for the desk, from names and addresses as a person writes them."""
    from calmdesk.readers import Desk

    given = [agent.strip().lower() for agent in agents or ()]
    return Desk(
        addresses=frozenset(agent for agent in given if "@" in agent),
        names=frozenset(agent for agent in given if "@" not in agent),
    )


def time_from(text: str | None) -> datetime | None:
    """A time with a zone, or None where none is given."""
    if text is None:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise BadInput(
            f"{text!r} is not a time with a zone", where="--now", remedy='Write it as "2026-01-05T10:00:00Z".'
        )
    return time


def conversations(
    files: Iterable[str], agents: Iterable[str] | None, format_name: str | None
) -> Iterator[tuple[str, Conversation | BadInput]]:
    """Every conversation of every file, `-` being standard input; what cannot be read comes as its error.

    Files of a folder that are no conversations by their kind are counted in one line on stderr.
    """
    from calmdesk.readers import read_bytes, read_path

    desk = desk_from(agents)
    left_out: list[Path] = []
    for name in files:
        try:
            if name == "-":
                found = read_bytes(sys.stdin.buffer.read(), name="", desk=desk, format=format_name)
            else:
                found = read_path(Path(name), desk=desk, format=format_name, left_out=left_out.append)
            for item in found:
                yield name, item
        except BadInput as error:
            yield name, error
        except OSError as error:
            yield name, BadInput(error.strerror or "cannot be opened", remedy="Check the name and the permissions.")
    if left_out:
        _tell(left_out)


def _tell(left_out: list[Path]) -> None:
    kinds = sorted({path.suffix.lower() or path.name for path in left_out})
    shown = ", ".join(kinds[:6]) + (", …" if len(kinds) > 6 else "")
    files = "1 file" if len(left_out) == 1 else f"{len(left_out):,} files"
    typer.echo(f"calmdesk: left out {files} that hold no conversation by their kind ({shown})", err=True)


def complain(source: str, error: BadInput) -> None:
    """One sentence on stderr."""
    typer.echo(f"calmdesk: {error.sentence('standard input' if source == '-' else source)}", err=True)


def opened(name: str) -> BinaryIO:
    """A file's bytes, or standard input for `-`; read to its end, then the process ends."""
    if name == "-":
        return sys.stdin.buffer
    try:
        return open(name, "rb")  # noqa: PTH123  whoever asked reads it to its end
    except OSError as error:
        raise BadInput(
            error.strerror or "cannot be opened", where=name, remedy="Check the name and the permissions."
        ) from None
