"""`calmdesk check`: a draft before it is sent, for people or as JSON."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from calmdesk.cli.inputs import PlaybookOption, complain, model_from, opened, playbook_from
from calmdesk.conversation import Channel
from calmdesk.errors import BadInput

if TYPE_CHECKING:
    from calmdesk.drafts import DraftCheck, Situation
    from calmdesk.playbook import Playbook
    from calmdesk.temperature import Model


class FailOn(StrEnum):
    HINT = "hint"
    WARN = "warn"


def check(
    file: Annotated[str, typer.Argument(metavar="[FILE|-]", help="The draft; - is standard input.")] = "-",
    channel: Annotated[
        Channel | None, typer.Option("--channel", help="Where it is sent. Default: the conversation's, or chat.")
    ] = None,
    conversation: Annotated[
        Path | None, typer.Option("--conversation", metavar="FILE", help="The conversation it answers, in any format.")
    ] = None,
    internal: Annotated[
        bool, typer.Option("--internal", help="It is a note or a mail to colleagues, not a reply.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The check as one line of JSON.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Lines of {"text", "channel"?, "conversation"?}, one check for each.')
    ] = False,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Exit 1 where a finding of this severity or above is found.")
    ] = None,
    playbook: PlaybookOption = None,
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Use the signs alone, also where a model is installed.")
    ] = False,
) -> None:
    """Check a draft: words that heat, calmer ones that fit in their place, and what the reply lacks."""
    from calmdesk.conversation import to_json
    from calmdesk.drafts import check as check_draft

    book, model = playbook_from(playbook), model_from(without=no_model)
    if jsonl:
        raise typer.Exit(_check_lines(file, book, model, fail_on))
    text = _text_of(file)
    if not text.strip():
        raise BadInput("the draft is empty", where="standard input" if file == "-" else file, remedy="Give its text.")
    found = check_draft(text, book, _situation(conversation, channel, book, model, internal=internal))
    if as_json:
        sys.stdout.buffer.write(to_json(found) + b"\n")
        sys.stdout.flush()
    else:
        from calmdesk.cli.draft import print_draft

        print_draft(text, found)
    raise typer.Exit(int(_is_found(found, fail_on)))


def _check_lines(name: str, book: Playbook, model: Model | None, fail_on: FailOn | None) -> int:
    """A bad line is answered in its place, and the rest is checked."""
    from calmdesk.conversation import to_json
    from calmdesk.drafts import Situation
    from calmdesk.drafts import check as check_draft
    from calmdesk.drafts.line import draft_from_json
    from calmdesk.reading import situation

    out, is_bad, is_found = sys.stdout.buffer, False, False
    for number, line in enumerate(opened(name), 1):
        if not line.strip():
            continue
        try:
            draft = draft_from_json(line)
        except BadInput as error:
            is_bad = True
            out.write(to_json({"calmdesk": 1, "line": number, "error": str(error)}) + b"\n")
            continue
        if draft.conversation is None:
            answers = Situation(channel=draft.channel or Channel.CHAT)
        else:
            answers = situation(draft.conversation, book, channel=draft.channel, model=model)
        found = check_draft(draft.text, book, answers)
        is_found = is_found or _is_found(found, fail_on)
        out.write(to_json(found) + b"\n")
    sys.stdout.flush()
    return 2 if is_bad else int(is_found)


def _text_of(name: str) -> str:
    data = opened(name).read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"byte {error.start + 1} is not UTF-8",
            where="standard input" if name == "-" else name,
            remedy="Save the draft as UTF-8.",
        ) from None


def _situation(
    path: Path | None, channel: Channel | None, book: Playbook, model: Model | None, *, internal: bool
) -> Situation:
    from calmdesk.drafts import Situation
    from calmdesk.readers import read_path
    from calmdesk.reading import situation

    if path is None:
        return Situation(channel=channel or Channel.CHAT, internal=internal)
    try:
        found = list(read_path(path))
    except OSError as error:
        raise BadInput(
            error.strerror or "cannot be opened", where=str(path), remedy="Check the name and the permissions."
        ) from None
    for item in found:
        if isinstance(item, BadInput):
            complain(str(path), item)
            raise typer.Exit(2)
    if len(found) != 1 or isinstance(found[0], BadInput):
        raise BadInput(
            f"{len(found)} conversations are in it, and a draft answers one",
            where=str(path),
            remedy="Give a file that holds just that one.",
        )
    return situation(found[0], book, channel=channel, internal=internal, model=model)


def _is_found(found: DraftCheck, fail_on: FailOn | None) -> bool:
    return fail_on is not None and any(one.severity.rank >= list(FailOn).index(fail_on) for one in found.findings)
