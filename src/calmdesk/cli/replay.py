"""`calmdesk replay`: send a file to a running calmdesk message by message, as if it happened now."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from calmdesk.cli.inputs import AgentOption, FormatOption, conversations
from calmdesk.errors import BadInput

if TYPE_CHECKING:
    from calmdesk.conversation import Conversation, Message

_LONGEST_WAIT_S = 8.0
_DEFAULT_WAIT_S = 3.0
_HOW_TO_GET_ONE = "An administrator or desk manager makes one on the Account page; the demo's is in var/demo-token."


def replay(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A conversation in any known format.")],
    speed: Annotated[float, typer.Option("--speed", help="How many times faster than it happened.", min=0.1)] = 1.0,
    url: Annotated[str, typer.Option("--url", help="Where calmdesk runs.")] = "http://127.0.0.1:8765",
    token: Annotated[str, typer.Option("--token", envvar="CALMDESK_TOKEN", help="An API token (Account page).")] = "",
    agent: AgentOption = None,
    format: FormatOption = None,  # noqa: A002  the option is called --format
) -> None:
    """Replay a conversation into an open page: watch the line move, message by message.

    Pauses follow the times in the file (at most 8 seconds each, then divided by --speed).
    """
    for name, item in conversations([file], agent, format):
        if isinstance(item, BadInput):
            raise BadInput(
                item.problem, where=", ".join(part for part in (name, item.where) if part), remedy=item.remedy
            )
        _replay(item, speed, url.rstrip("/"), token or _demo_token(url))


def _demo_token(url: str) -> str:
    """The token of a demo desk on this machine, so that trying it out takes one command; it is sent nowhere else."""
    if urlsplit(url).hostname not in ("127.0.0.1", "localhost", "::1"):
        return ""
    file = Path(os.environ.get("CALMDESK_DATA", "var")) / "demo-token"
    return file.read_text(encoding="ascii").strip() if file.is_file() else ""


def _replay(conversation: Conversation, speed: float, url: str, token: str) -> None:
    import msgspec

    from calmdesk.conversation import to_json

    name = f"{conversation.id}-replay-{int(time.time())}"
    opening = msgspec.structs.replace(conversation, id=name, messages=())
    answer = _post(f"{url}/api/conversations", to_json(opening), token)
    typer.echo(f"{url}/c/{answer.get('id', name)}/  {len(conversation.messages)} messages at {speed:g} times the speed")
    for pause, message in _paced(conversation):
        time.sleep(pause / speed)
        _post(f"{url}/api/conversations/{answer.get('id', name)}/messages", to_json(message), token)
        typer.echo(f"  {message.id}  {conversation.role_of(message).value}")


def _paced(conversation: Conversation) -> Iterator[tuple[float, Message]]:
    before: float | None = None
    for message in conversation.messages:
        at = message.sent_at.timestamp() if message.sent_at else message.start_s
        pause = _DEFAULT_WAIT_S if at is None or before is None else max(0.0, at - before)
        before = at
        yield min(_LONGEST_WAIT_S, pause), message


def _post(address: str, body: bytes, token: str) -> dict[str, Any]:
    # Here, because the HTTP client takes a fifth of the time that `calmdesk --help` may take.
    import urllib.error
    import urllib.request

    if not address.startswith(("http://", "https://")):
        raise BadInput(f"{address!r} is not an http address", where="--url", remedy="Give it as http://127.0.0.1:8765.")
    request = urllib.request.Request(address, data=body, headers={"Content-Type": "application/json"})  # noqa: S310
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return dict(json.loads(answer.read() or b"{}"))
    except urllib.error.HTTPError as error:
        error.close()
        raise _refused(error.code, address, token) from None
    except OSError as error:
        raise BadInput(
            f"no calmdesk answers there ({getattr(error, 'reason', error)})",
            where=address,
            remedy="Start it with: calmdesk serve",
        ) from None


def _refused(code: int, address: str, token: str) -> BadInput:
    if code == 401 and not token:
        return BadInput(
            "calmdesk takes messages only with an API token, and none was given",
            where="--token",
            remedy=f"{_HOW_TO_GET_ONE} Give it with --token or as CALMDESK_TOKEN.",
        )
    if code == 401:
        return BadInput("calmdesk does not know this API token (401)", where="--token", remedy=_HOW_TO_GET_ONE)
    return BadInput(f"calmdesk answered {code}", where=address, remedy="What went wrong is in the log of the server.")
