"""Where replies go out to: the ticket system's own address, and the secret that signs what is sent there."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from calmdesk.web.environment.server_address import server_address

PREFIX = "whsec_"
_KEY_BYTES = range(24, 65)


@dataclass(frozen=True, kw_only=True)
class Webhook:
    """`key` are the bytes that sign (Standard Webhooks)."""

    url: str
    key: bytes = field(repr=False)

    @property
    def host(self) -> str:
        """What people are told about where their words go."""
        return urlsplit(self.url).netloc


def webhook_url(text: str) -> str:
    """The address; raises ValueError, whose words say what is allowed."""
    return server_address(text, example="https://tickets.example.org/calmdesk", key_goes_to="CALMDESK_WEBHOOK_SECRET")


def webhook_key(text: str) -> bytes:
    """The bytes behind `whsec_…`, empty where there is none; raises ValueError, whose words say how it is written."""
    if not text:
        return b""
    try:
        key = base64.b64decode(text.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if not text.startswith(PREFIX) or len(key) not in _KEY_BYTES:
        raise ValueError(f'it must be "{PREFIX}" and 24 to 64 random bytes in base64. Make one for both sides.')
    return key
