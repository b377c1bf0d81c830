"""The language model a desk may run for itself: where it is, and what may be written into its settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

# Names that no public name server answers.
_PRIVATE_ENDINGS = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
_MOST = 500


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
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if not host or parts.scheme not in ("http", "https") or len(text) > _MOST or not _is_plain(text):
        raise ValueError('it must look like "http://127.0.0.1:11434/v1". Correct it, or leave it out.')
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError("it must hold no password, no ? and no #. Put the key into CALMDESK_LLM_KEY.")
    if parts.scheme == "http" and not _is_private(host):
        raise ValueError("it must begin with https:// unless the server is on this machine or in a private network.")
    return text.rstrip("/").removesuffix("/chat/completions")


def model_name(text: str) -> str:
    """What the server calls the model; raises ValueError where that is no name."""
    if len(text) > _MOST or not text.isprintable():
        raise ValueError("it must be the name by which the server knows the model. Correct it.")
    return text


def model_key(text: str) -> str:
    """What is sent as the bearer token; raises ValueError where no header could hold it."""
    if len(text) > _MOST or (text and not _is_plain(text)):
        raise ValueError("it must be one word of plain letters, digits and marks. Correct it.")
    return text


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and " " not in text


def _is_private(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        # A name of one word is a machine or a container beside this one; a bare number is any address at all.
        return ("." not in host and host[0].isalpha()) or host.endswith(_PRIVATE_ENDINGS)
    return address.is_loopback or (address.is_private and not address.is_link_local and not address.is_unspecified)
