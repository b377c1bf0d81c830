"""One question to the language model's server, and its bare words back; everything else it may answer is refused."""

from __future__ import annotations

import asyncio
import ssl
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import Any

import httpx
import msgspec

from calmdesk.web.environment.language_model import LanguageModel
from calmdesk.web.suggest.values import NoAnswer, Reason, Refused

_MOST_BYTES = 64_000
# A person waits for each, so more would only queue at the server.
_at_once = BoundedSemaphore(4)


def ask(server: LanguageModel, body: dict[str, Any]) -> str:
    """What the model wrote; raises `NoAnswer` or `Refused`. Nothing of question or answer is kept or logged."""
    if not _at_once.acquire(blocking=False):
        raise NoAnswer("others are asking it right now, try again in a moment")
    try:
        # In a thread of its own: the one that asks may have a loop running already.
        with ThreadPoolExecutor(1) as thread:
            return words_in(thread.submit(lambda: asyncio.run(_in_time(server, body))).result())
    finally:
        _at_once.release()


def words_in(answer: bytes) -> str:
    """The words in a chat completion; one choice of plain text is the only form that counts."""
    try:
        choices = msgspec.json.decode(answer, type=_Completion).choices
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise NoAnswer("it was not a chat completion") from None
    if len(choices) != 1:
        raise NoAnswer("it was not a chat completion")
    (choice,) = choices
    message = choice.message
    if message.tool_calls or message.function_call or choice.finish_reason in ("tool_calls", "function_call"):
        raise Refused(Reason.TOOLS)
    if choice.finish_reason == "length":
        raise Refused(Reason.CUT_OFF)
    return message.content or ""


class _Message(msgspec.Struct):
    content: str | None = None
    tool_calls: Any = None
    function_call: Any = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]


async def _in_time(server: LanguageModel, body: dict[str, Any]) -> bytes:
    """The answer's bytes. The time is for everything together, so that one byte a second does not stretch it."""
    try:
        async with asyncio.timeout(server.seconds):
            return await _bytes(server, body)
    except TimeoutError:
        raise NoAnswer(f"it took longer than the {server.seconds} s that are set") from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError):
        raise NoAnswer("its server cannot be reached, or broke off") from None


async def _bytes(server: LanguageModel, body: dict[str, Any]) -> bytes:
    # Packed bytes could grow without limit, so none are asked for.
    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    if server.key:
        headers["Authorization"] = f"Bearer {server.key}"
    # No proxy or password file of this machine has a say in where the words go; its own certificates do.
    async with (
        httpx.AsyncClient(
            follow_redirects=False, trust_env=False, timeout=server.seconds + 1, verify=ssl.create_default_context()
        ) as client,
        client.stream("POST", f"{server.url}/chat/completions", json=body, headers=headers) as response,
    ):
        if response.is_redirect:
            raise NoAnswer("its server points to another address")
        if response.status_code != 200:
            raise NoAnswer(f"its server answered {response.status_code}")
        found = bytearray()
        async for part in response.aiter_raw():
            found += part
            if len(found) > _MOST_BYTES:
                raise NoAnswer("it was too large")
    return bytes(found)
