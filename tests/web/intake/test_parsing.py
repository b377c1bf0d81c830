from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from calmdesk.conversation import Conversation, to_json
from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.web.intake.parsing import Limits, Parser
from tests.web.conftest import conversation, wire


@pytest.fixture
def parser() -> Iterator[Parser]:
    parser = Parser(Limits(wall_seconds=30, tasks=5))
    yield parser
    parser.close()


def found(parser: Parser, data: bytes, kind: str = "wire") -> list[Conversation | BadInput]:
    return list(parser.parse(data, kind=kind))


def test_a_conversation_comes_back_as_it_was_sent(parser: Parser) -> None:
    assert found(parser, wire()) == [conversation()]


def test_a_mistake_comes_back_with_its_place_and_remedy(parser: Parser) -> None:
    [problem] = found(parser, b'{"id": "c1",}')
    assert isinstance(problem, BadInput)
    assert problem.where.startswith("line 1")
    assert problem.remedy


def test_a_process_that_dies_takes_only_its_own_item_with_it(parser: Parser) -> None:
    found(parser, wire())
    parser._child._process.kill()
    assert found(parser, wire("after")) == [conversation("after")]


def test_a_process_is_replaced_after_its_share_of_tasks(parser: Parser) -> None:
    seen = set()
    for _ in range(11):
        found(parser, wire())
        seen.add(parser._child._process.pid)
    assert len(seen) == 3


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parser]:
    """A parser whose process loads readers that misbehave as their input says."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys, types, time, os\n"
        "def read_bytes(data, *, name='', desk=None, format=None):\n"
        "    from calmdesk.errors import BadInput\n"
        "    if data == b'spin':\n"
        "        while True: pass\n"
        "    if data == b'sleep': time.sleep(3600)\n"
        "    if data == b'eat': x = [bytearray(50_000_000) for _ in range(100)]\n"
        "    if data == b'raise': raise KeyError('the words of a stranger')\n"
        "    if data == b'deep':\n"
        "        def down(): return down()\n"
        "        down()\n"
        "    if data == b'exit': os._exit(3)\n"
        "    if data == b'print': print('not an answer'); sys.stdout.flush()\n"
        "    if data == b'surrogate':\n"
        "        from calmdesk.conversation import conversation_from_dict\n"
        "        yield conversation_from_dict({'id': 'c', 'channel': 'chat',\n"
        "            'participants': [{'id': 'U', 'role': 'requester'}],\n"
        "            'messages': [{'id': 'm', 'sender': 'U', 'text': 'a\\ud800b\\0c'}]})\n"
        "        return\n"
        "    yield BadInput('one thing')\n"
        "    yield BadInput('another')\n"
        "module = types.ModuleType('calmdesk.readers')\n"
        "module.read_bytes = read_bytes\n"
        "module.Desk = lambda **fields: None\n"
        "sys.modules['calmdesk.readers'] = module\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    parser = Parser(Limits(cpu_seconds=1, wall_seconds=30, memory_mb=400))
    yield parser
    parser.close()


@pytest.mark.parametrize(
    ("poison", "words"),
    [
        (b"spin", "processor time"),
        (b"eat", "memory"),
        (b"deep", "memory"),
        (b"exit", "stopped"),
        (b"raise", "KeyError"),
    ],
)
def test_one_bad_thing_is_set_aside_and_the_next_is_read(hostile: Parser, poison: bytes, words: str) -> None:
    [problem] = found(hostile, poison, "file")
    assert isinstance(problem, BadInput)
    assert words in problem.problem
    assert found(hostile, wire()) == [conversation()]


def test_something_that_never_ends_is_given_up(hostile: Parser) -> None:
    hostile._limits = Limits(wall_seconds=2)
    # It sleeps for an hour: that there is an answer at all means that nobody waited for its end.
    [problem] = found(hostile, b"sleep", "file")
    assert "longer than 2 seconds" in str(problem)


def test_a_reader_s_error_is_named_without_its_words(hostile: Parser) -> None:
    [problem] = found(hostile, b"raise", "file")
    assert "stranger" not in str(problem)


def test_what_a_library_prints_is_not_taken_for_an_answer(hostile: Parser) -> None:
    assert [str(problem) for problem in found(hostile, b"print", "file")] == ["one thing", "another"]


def test_characters_no_database_can_hold_become_one_replacement_each(hostile: Parser) -> None:
    [read] = found(hostile, b"surrogate", "file")
    assert isinstance(read, Conversation)
    assert read.messages[0].text == "a\ufffdb\ufffdc"
    to_json(read)


def test_the_process_sees_no_secret_of_the_server(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALMDESK_DATABASE_URL", "postgres://someone:secret@host/name")
    found(parser, wire())
    environment = Path(f"/proc/{parser._child._process.pid}/environ")
    if not environment.exists():
        pytest.skip("only Linux shows a process's environment as a file")
    assert b"secret" not in environment.read_bytes()


def test_a_conversation_that_grows_too_large_is_refused(parser: Parser) -> None:
    big = wire(messages=[{"id": "m", "sender": "U1", "text": "x" * 5_100_000}])
    [problem] = found(parser, big)
    assert isinstance(problem, LimitExceeded | BadInput)
    assert "5,000,000" in str(problem)


def test_the_next_conversation_is_read_by_the_process_that_is_there(parser: Parser) -> None:
    found(parser, wire())
    process = parser._child._process.pid
    began = time.monotonic()
    found(parser, wire())
    print(f"read in {(time.monotonic() - began) * 1000:.1f} ms")
    assert os.getpid() != parser._child._process.pid == process
