"""Talking to the parse process: one task at a time, a new process when the old one is used up, stuck or dead."""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from calmdesk.conversation import Conversation, conversation_from_dict
from calmdesk.errors import BadInput, LimitExceeded

_LONGEST_ANSWER = 64_000_000


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one thing to read may cost, and after how many tasks a process is replaced."""

    cpu_seconds: int = 2
    wall_seconds: float = 10
    memory_mb: int = 512
    tasks: int = 200
    file_seconds: float = 600


class Parser:
    """A parse process and its replacement; safe to call from several threads, which then wait their turn."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._turn = threading.Lock()
        self._child: _Child | None = None

    def parse(
        self, data: bytes, *, kind: str, name: str = "", desk: dict[str, list[str]] | None = None
    ) -> Iterator[Conversation | BadInput]:
        """Everything found in `data`; whatever goes wrong is a `BadInput` in its place, never an exception."""
        header = {"kind": kind, "name": name, "size": len(data), "desk": desk or {}}
        with self._turn:
            yield from self._answers(header, data)

    def start(self) -> None:
        """Have a process ready, so that the first task need not wait for one."""
        with self._turn:
            self._ready_child()

    def close(self) -> None:
        with self._turn:
            self._drop()

    def _answers(self, header: dict[str, Any], data: bytes) -> Iterator[Conversation | BadInput]:
        finished = False
        try:
            for answer in self._lines(header, data):
                if "end" in answer:
                    finished = True
                    return
                yield _found(answer)
        except _Stopped as stopped:
            yield LimitExceeded(stopped.problem, remedy="The original is kept. Split it and add the parts.")
        except msgspec.DecodeError:
            yield BadInput("the reader gave no usable answer", remedy="The original is kept; retry after an update.")
        finally:
            if not finished:
                self._drop()

    def _lines(self, header: dict[str, Any], data: bytes) -> Iterator[dict[str, Any]]:
        until = time.monotonic() + self._limits.file_seconds
        child = self._ready_child()
        child.send(msgspec.json.encode(header) + b"\n", data)
        try:
            first = child.line(self._limits.wall_seconds)
        except _Died:
            if child.tasks == 1:
                raise
            # It may have died of something else while it waited; a fresh process shows whether it was this item.
            self._drop()
            child = self._ready_child()
            child.send(msgspec.json.encode(header) + b"\n", data)
            first = child.line(self._limits.wall_seconds)
        yield msgspec.json.decode(first)
        while True:
            yield msgspec.json.decode(child.line(min(self._limits.wall_seconds, until - time.monotonic())))

    def _ready_child(self) -> _Child:
        if self._child is None or self._child.tasks >= self._limits.tasks or not self._child.is_alive():
            self._drop()
            self._child = _Child(self._limits)
        self._child.tasks += 1
        return self._child

    def _drop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None


class _Stopped(Exception):
    def __init__(self, problem: str) -> None:
        self.problem = problem


class _Died(_Stopped):
    pass


class _Child:
    def __init__(self, limits: Limits) -> None:
        self.tasks = 0
        self._limits = limits
        arguments = [str(limits.memory_mb), str(limits.cpu_seconds)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "calmdesk.web.intake.child", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
        self._buffer = bytearray()
        if self.line(60) != b"ready":
            raise _Stopped("the reading process did not start")

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def send(self, header: bytes, data: bytes) -> None:
        """Hand the task over; in a thread of its own, because the child may answer before it has read everything."""
        threading.Thread(target=self._write, args=(header, data), daemon=True).start()

    def line(self, seconds: float) -> bytes:
        """The next answer, within that time."""
        until = time.monotonic() + seconds
        assert self._process.stdout is not None
        handle = self._process.stdout.fileno()
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            if searched > _LONGEST_ANSWER:
                raise _Stopped("it grows too large when read")
            left = until - time.monotonic()
            if left <= 0 or not select.select([handle], [], [], left)[0]:
                raise _Stopped(f"reading it took longer than {self._limits.wall_seconds:g} seconds")
            part = os.read(handle, 1 << 20)
            if not part:
                raise _Died(self._why_it_died())
            self._buffer += part
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _write(self, header: bytes, data: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(header)
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except (OSError, ValueError):
            return  # the child died; whoever waits for its answer finds out

    def _why_it_died(self) -> str:
        code = self._process.wait()
        if code in (-24, -9):  # SIGXCPU, SIGKILL
            return f"reading it took more than {self._limits.cpu_seconds} seconds of processor time or too much memory"
        return f"the reading process stopped (code {code})"


def _found(answer: dict[str, Any]) -> Conversation | BadInput:
    try:
        if "problem" in answer:
            return BadInput(**answer["problem"])
        return conversation_from_dict(answer["conversation"])
    except BadInput as problem:
        return problem


def _environment() -> dict[str, str]:
    """Only what Python needs: no secret, no database address reaches the process that reads strangers' bytes."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV", "PYTHONPATH", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ}
