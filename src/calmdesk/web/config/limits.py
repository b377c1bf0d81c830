"""Around the whole application: a body that is too large or too slow is cut off before anything holds it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_App = Callable[[MutableMapping[str, Any], _Receive, _Send], Awaitable[None]]


def limited(app: _App, *, max_bytes: int, max_seconds: float = 600) -> _App:
    """`app`, refusing request bodies over `max_bytes` (413) or slower than `max_seconds` (408)."""

    async def guarded(scope: MutableMapping[str, Any], receive: _Receive, send: _Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared[:19]) > max_bytes:
            await _refuse(send, 413, max_bytes)
            return
        try:
            body = await asyncio.wait_for(_body(receive, max_bytes), max_seconds)
        except TimeoutError:
            await _refuse(send, 408, max_bytes)
            return
        if body is None:
            await _refuse(send, 413, max_bytes)
            return
        await app(scope, _replay(body, receive), send)

    return guarded


async def _body(receive: _Receive, max_bytes: int) -> list[_Message] | None:
    """All parts of the body, or None where there is too much of it."""
    parts: list[_Message] = []
    total = 0
    while True:
        message = await receive()
        parts.append(message)
        total += len(message.get("body", b""))
        if total > max_bytes:
            return None
        if message["type"] != "http.request" or not message.get("more_body"):
            return parts


def _replay(parts: list[_Message], receive: _Receive) -> _Receive:
    waiting = iter(parts)

    async def replayed() -> _Message:
        part = next(waiting, None)
        return part if part is not None else await receive()

    return replayed


async def _refuse(send: _Send, status: int, max_bytes: int) -> None:
    problem = {
        413: f"more than the {max_bytes // 1_000_000} MB that are allowed",
        408: "the upload took too long",
    }[status]
    remedy = "Split the file, or raise CALMDESK_UPLOAD_MB." if status == 413 else "Try again on a faster line."
    body = json.dumps({"calmdesk": 1, "error": {"problem": problem, "where": "body", "remedy": remedy}}).encode()
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
