"""Around the whole application: a body that is too large or too slow is cut off while it arrives."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]
_App = Callable[[Any, Any, Any], Awaitable[None]]


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
            await app(scope, _counting(receive, max_bytes, max_seconds), send)
        except _TooMuch as refused:
            # Django reads the whole body before it answers, so nothing has been sent yet.
            await _refuse(send, refused.status, max_bytes)

    return guarded


class _TooMuch(Exception):
    def __init__(self, status: int) -> None:
        self.status = status


def _counting(receive: _Receive, max_bytes: int, max_seconds: float) -> _Receive:
    total = 0
    complete = False
    until = time.monotonic() + max_seconds

    async def counted() -> _Message:
        nonlocal total, complete
        if complete:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), until - time.monotonic())
        except TimeoutError:
            raise _TooMuch(408) from None
        total += len(message.get("body", b""))
        complete = not message.get("more_body")
        if total > max_bytes:
            raise _TooMuch(413)
        return message

    return counted


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
