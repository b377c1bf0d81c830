"""An open page, as a test sees it."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from queue import Queue

import httpx


class Page:
    """Reads an event stream in a thread and notes when each event came."""

    def __init__(self, client: httpx.Client, address: str) -> None:
        self.events: Queue[tuple[str, dict[str, object], float]] = Queue()
        self.is_open, self.is_closed = threading.Event(), threading.Event()
        threading.Thread(target=self._read, args=(client, address), daemon=True).start()
        assert self.is_open.wait(30)

    def _read(self, client: httpx.Client, address: str) -> None:
        try:
            self._follow(client, address)
        finally:
            self.is_closed.set()

    def _follow(self, client: httpx.Client, address: str) -> None:
        kind = ""
        # The server is killed at the end of a test, in the middle of every stream that is still open.
        with contextlib.suppress(httpx.TransportError), client.stream("GET", address, timeout=60) as stream:
            assert stream.status_code == 200
            assert stream.headers["content-type"].startswith("text/event-stream")
            for line in stream.iter_lines():
                self.is_open.set()
                if line.startswith("event: "):
                    kind = line.removeprefix("event: ")
                elif line.startswith("data: "):
                    self.events.put((kind, json.loads(line.removeprefix("data: ")), time.monotonic()))
