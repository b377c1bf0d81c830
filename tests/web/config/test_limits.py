from __future__ import annotations

import asyncio
import json
from typing import Any

from calmdesk.web.config.limits import limited
from tests.web.loop import run


async def _echo(scope: Any, receive: Any, send: Any) -> None:
    size = 0
    while True:
        message = await receive()
        size += len(message.get("body", b""))
        if not message.get("more_body"):
            break
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(size).encode()})


def _post(parts: list[bytes], *, declared: int | None = None, pause: float = 0, **limits: Any) -> tuple[int, bytes]:
    async def call() -> tuple[int, bytes]:
        waiting = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
        waiting.append({"type": "http.request", "body": b"", "more_body": False})
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            await asyncio.sleep(pause)
            return waiting.pop(0)

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        headers = [] if declared is None else [(b"content-length", str(declared).encode())]
        await limited(_echo, **limits)({"type": "http", "headers": headers}, receive, send)
        return sent[0]["status"], sent[1]["body"]

    return run(call)


def test_a_body_within_the_limit_passes() -> None:
    assert _post([b"x" * 60, b"y" * 40], max_bytes=100) == (200, b"100")


def test_a_body_that_says_it_is_too_large_is_refused_unread() -> None:
    status, body = _post([b"never read"], declared=101, max_bytes=100)
    assert status == 413
    assert json.loads(body)["error"]["remedy"]


def test_a_body_that_lies_about_its_size_is_cut_off() -> None:
    status, _ = _post([b"x" * 60] * 1000, declared=5, max_bytes=100)
    assert status == 413


def test_a_body_that_trickles_in_is_cut_off() -> None:
    status, _ = _post([b"x"] * 50, pause=0.05, max_bytes=100, max_seconds=0.3)
    assert status == 408
