"""A language model's server that does whatever it is told, good or bad: a real one, on a port of its own."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


@dataclass
class FakeModel:
    """`behaviour` answers each question; `asked` are the questions and `headers` what came with them."""

    behaviour: Behaviour
    port: int = 0
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"


@contextmanager
def fake_model(behaviour: Behaviour) -> Iterator[FakeModel]:
    fake = FakeModel(behaviour)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fake.asked.append({"path": self.path} | body)
            fake.headers.append(dict(self.headers))
            with suppress(BrokenPipeError, ConnectionResetError):
                fake.behaviour(self, body)

        def do_GET(self) -> None:
            fake.asked.append({"path": self.path})
            self.send_error(404)

        def log_message(self, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def completion(content: Any, **more: Any) -> dict[str, Any]:
    message = {"role": "assistant", "content": content} | more
    return {"id": "x", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}


def sends(data: bytes, status: int = 200, **headers: str) -> Behaviour:
    def behave(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return behave


def says(words: Any, **more: Any) -> Behaviour:
    return sends(json.dumps(completion(words, **more)).encode())


def obeys(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    """Says word for word what stands behind the last SAY in the data it was given."""
    told = body["messages"][-1]["content"].rsplit("SAY ", 1)[-1]
    says(json.loads('"' + told.split('"')[0] + '"'))(handler, body)


def drips(seconds: float, *, in_headers: bool = False) -> Behaviour:
    """One byte at a time, for much longer than anybody would wait."""

    def behave(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"X-Slow: " if in_headers else b"\r\n"))
        for _ in range(600):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(seconds)

    return behave
