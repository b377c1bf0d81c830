"""One reply sent to the ticket system, once: what did not arrive is said to the agent, who still has the words."""

from __future__ import annotations

import secrets
import ssl
from datetime import datetime
from typing import Any

import httpx

from calmdesk.conversation import to_json
from calmdesk.web.environment.webhook import Webhook
from calmdesk.web.outgoing.signing import signed_headers

_SECONDS = 10.0


class NotDelivered(Exception):
    """Why a reply did not arrive, in words for the agent."""


def deliver(hook: Webhook, data: dict[str, Any], now: datetime) -> None:
    """Post `{"type": "reply.sent", "timestamp", "data"}`; nothing of it is kept or logged."""
    body = to_json({"type": "reply.sent", "timestamp": now, "data": data})
    message_id = f"msg_{secrets.token_urlsafe(16)}"
    headers = signed_headers(body, key=hook.key, message_id=message_id, timestamp=int(now.timestamp()))
    headers |= {"Content-Type": "application/json", "Accept-Encoding": "identity"}
    try:
        # No proxy or password file of this machine has a say in where the words go; its own certificates do.
        with (
            httpx.Client(
                follow_redirects=False, trust_env=False, timeout=_SECONDS, verify=ssl.create_default_context()
            ) as client,
            client.stream("POST", hook.url, content=body, headers=headers) as response,
        ):
            status = response.status_code
    except (httpx.HTTPError, httpx.InvalidURL, OSError):
        raise NotDelivered(f"{hook.host} cannot be reached, or broke off") from None
    if not 200 <= status < 300:
        raise NotDelivered(f"{hook.host} answered {status}")
