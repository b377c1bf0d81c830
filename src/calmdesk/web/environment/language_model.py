"""The language model a desk may run for itself: where it is, and what may be written into its settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from calmdesk.web.environment.server_address import MOST, is_plain, server_address


@dataclass(frozen=True, kw_only=True)
class LanguageModel:
    """An OpenAI-compatible server: `url` is its base, such as http://127.0.0.1:11434/v1."""

    url: str
    model: str
    key: str = field(repr=False)
    seconds: int

    @property
    def host(self) -> str:
        """What people are told about where their words go."""
        return urlsplit(self.url).netloc


def model_url(text: str) -> str:
    """The base address, without a slash at its end; raises ValueError, whose words say what is allowed."""
    address = server_address(text, example="http://127.0.0.1:11434/v1", key_goes_to="CALMDESK_LLM_KEY")
    return address.removesuffix("/chat/completions")


def model_name(text: str) -> str:
    """What the server calls the model; raises ValueError where that is no name."""
    if len(text) > MOST or not text.isprintable():
        raise ValueError("it must be the name by which the server knows the model. Correct it.")
    return text


def model_key(text: str) -> str:
    """What is sent as the bearer token; raises ValueError where no header could hold it."""
    if len(text) > MOST or (text and not is_plain(text)):
        raise ValueError("it must be one word of plain letters, digits and marks. Correct it.")
    return text
