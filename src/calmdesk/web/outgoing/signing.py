"""Standard Webhooks: three headers by which the receiver knows who sent the body, when, and that it is whole."""

from __future__ import annotations

import base64
import hashlib
import hmac


def signed_headers(body: bytes, *, key: bytes, message_id: str, timestamp: int) -> dict[str, str]:
    """The headers for a body; `timestamp` in seconds since 1970. Source: the Standard Webhooks specification."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }
