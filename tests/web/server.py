"""A real calmdesk: its own process, data folder and port, and a token for its API."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx


@dataclass
class Server:
    """Starts with `start`, dies with `kill`, and may start again on the same data."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    clients: list[httpx.Client] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.port:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, **settings: str) -> Server:
        log = (self.data.parent / "server.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "calmdesk.web.serve", "--demo", "--port", str(self.port)],
            env=self.environment() | settings,
            stdout=log,
            stderr=log,
        )
        log.close()
        for _ in range(400):
            try:
                httpx.get(f"{self.address}/health/?format=json", timeout=5)
            except httpx.TransportError:
                if self.process.poll() is not None:
                    raise AssertionError((self.data.parent / "server.log").read_text()[-3000:]) from None
                time.sleep(0.05)
            else:
                return self
        raise AssertionError("the server did not answer")

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CALMDESK_", "DJANGO_"))}
        return kept | {"CALMDESK_DATA": str(self.data)} | self.settings

    def kill(self, how: int = signal.SIGKILL) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait()

    def stop(self, timeout: float) -> None:
        """Ask it to end, as Ctrl-C does, and wait until it has."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout)

    def close(self) -> None:
        """Kill it for good."""
        self.kill()
        for client in self.clients:
            client.close()

    def token(self) -> str:
        return (self.data / "demo-token").read_text()

    def client(self, **more: Any) -> httpx.Client:
        """A client that brings the desk's token; closed with the server."""
        return self._kept(headers={"Authorization": f"Bearer {self.token()}"}, **more)

    def browser(self, name: str = "dora") -> httpx.Client:
        """A client that has signed in as that person."""
        client = self._kept(follow_redirects=True)
        client.get("/sign-in/")
        form = {
            "username": name,
            "password": (self.data / "demo-password").read_text(),
            "csrfmiddlewaretoken": client.cookies["calmdesk-csrf"],
        }
        answer = client.post("/sign-in/", data=form)
        assert answer.status_code == 200
        assert "sign-out" in client.get("/account/").text
        return client

    def _kept(self, **more: Any) -> httpx.Client:
        client = httpx.Client(base_url=self.address, timeout=30, **more)
        self.clients.append(client)
        return client
