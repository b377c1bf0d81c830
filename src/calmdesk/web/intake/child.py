"""The parse process: it reads bytes, prints JSON, and can do nothing else worth having.

Run as `python -m calmdesk.web.intake.child MEMORY_MB CPU_SECONDS`. For each task it reads one line of JSON
(`kind`, `name`, `size`, `desk`), then `size` bytes, and answers with lines: `{"conversation": …}` or `{"problem": …}`
for each thing found, at last `{"end": true}`. Processor time is limited anew for every thing found, memory for good.
"""

from __future__ import annotations

import contextlib
import os
import resource
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from calmdesk.conversation import Conversation, conversation_from_json, to_json
from calmdesk.errors import BadInput, MissingExtra


def main(arguments: list[str]) -> None:
    memory_mb, cpu_seconds = (int(argument) for argument in arguments)
    answers = os.fdopen(os.dup(1), "wb")
    # A library that prints must not end up in the answers.
    os.dup2(2, 1)
    _warm_up()
    _limit_memory(memory_mb)
    answers.write(b"ready\n")
    answers.flush()
    while header := sys.stdin.buffer.readline():
        task = msgspec.json.decode(header)
        data = _exactly(sys.stdin.buffer, task["size"])
        for answer in _answers(task, data, cpu_seconds):
            answers.write(answer + b"\n")
            answers.flush()


def _answers(task: dict[str, Any], data: bytes, cpu_seconds: int) -> Iterator[bytes]:
    _limit_cpu(cpu_seconds)
    try:
        for found in _parse(task, data):
            yield _answer(found)
            _limit_cpu(cpu_seconds)
    except BadInput as problem:
        yield _answer(problem)
    except MissingExtra as problem:
        yield _answer(BadInput(str(problem)))
    except (MemoryError, RecursionError):
        yield _answer(BadInput("reading it takes more memory than is allowed", remedy="Split the file."))
    except Exception as error:
        kind = type(error).__name__
        yield _answer(
            BadInput(f"the reader failed on it ({kind})", remedy="The original is kept; retry after an update.")
        )
    yield b'{"end":true}'


def _parse(task: dict[str, Any], data: bytes) -> Iterator[Conversation | BadInput]:
    if task["kind"] == "wire":
        yield conversation_from_json(data)
        return
    from calmdesk.readers import Desk, read_bytes

    desk = Desk(
        addresses=frozenset(task["desk"].get("addresses", ())),
        names=frozenset(task["desk"].get("names", ())),
        leadership=frozenset(task["desk"].get("leadership", ())),
    )
    yield from read_bytes(data, name=task["name"], desk=desk)


def _answer(found: Conversation | BadInput) -> bytes:
    if isinstance(found, BadInput):
        problem = {"problem": found.problem, "where": found.where, "remedy": found.remedy}
        return to_json({"problem": {key: _storable(text) for key, text in problem.items()}})
    try:
        return b'{"conversation":' + to_json(found) + b"}"
    except UnicodeEncodeError:
        # A lone surrogate cannot be written as UTF-8; one character for one, so that offsets hold.
        return b'{"conversation":' + to_json(_clean(msgspec.to_builtins(found))) + b"}"


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _storable(value)
    if isinstance(value, (list, tuple)):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {_storable(key): _clean(item) for key, item in value.items()}
    return value


def _storable(text: str) -> str:
    return "".join(
        "\ufffd" if character == "\0" or "\ud800" <= character <= "\udfff" else character for character in text
    )


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise SystemExit(0)
    return data


def _warm_up() -> None:
    with contextlib.suppress(ImportError):
        import calmdesk.readers  # noqa: F401


def _limit_memory(megabytes: int) -> None:
    # macOS accepts no limit on address space; processor and wall time still hold there.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _limit_cpu(seconds: int) -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(usage.ru_utime + usage.ru_stime) + 1 + seconds
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


if __name__ == "__main__":
    main(sys.argv[1:])
