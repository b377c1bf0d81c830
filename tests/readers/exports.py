"""Small chat exports and tables for tests, in the shapes the vendors document; every person in them is made up."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

USERS = [
    {
        "id": "U1",
        "name": "dana",
        "real_name": "Dana Reed",
        "is_bot": False,
        "profile": {"display_name": "dana.r", "real_name": "Dana Reed", "email": "Dana@corp.test"},
    },
    {"id": "U2", "name": "kim", "real_name": "Kim Ode", "profile": {"display_name": "", "real_name": "Kim Ode"}},
    {"id": "U9", "name": "ticketbot", "is_bot": True, "profile": {"real_name": "Ticket Bot"}},
]
CHANNELS = [{"id": "C1", "name": "helpdesk"}]
DAY_ONE = [
    {"type": "message", "subtype": "channel_join", "user": "U1", "text": "<@U1> has joined", "ts": "1767600000.000001"},
    {
        "type": "message",
        "user": "U1",
        "text": "My laptop &amp; VPN are dead, see <https://wiki.test/vpn|the page>. <!here> <@U2>?",
        "ts": "1767600100.000100",
        "thread_ts": "1767600100.000100",
        "reply_count": 2,
    },
    {
        "type": "message",
        "user": "U2",
        "text": "Could you try a restart?",
        "ts": "1767600200.000100",
        "thread_ts": "1767600100.000100",
        "edited": {"user": "U2", "ts": "1767600300.000000"},
    },
    {
        "type": "message",
        "subtype": "bot_message",
        "username": "Ticket Bot",
        "text": "Ticket 4711 was opened",
        "ts": "1767600250.000100",
        "thread_ts": "1767600100.000100",
    },
]
DAY_TWO = [
    {
        "type": "message",
        "user": "U1",
        "text": "Still dead.",
        "ts": "1767690000.000100",
        "thread_ts": "1767600100.000100",
    },
    {"type": "message", "user": "U2", "text": "Maintenance tonight in <#C1|helpdesk>", "ts": "1767690100.000100"},
    {
        "type": "message",
        "subtype": "tombstone",
        "user": "U1",
        "text": "This message was deleted.",
        "ts": "1767690200.000100",
        "thread_ts": "1767600100.000100",
    },
]


def slack_files() -> dict[str, Any]:
    """An export of one channel over two days."""
    return {
        "users.json": USERS,
        "channels.json": CHANNELS,
        "helpdesk/2026-01-05.json": DAY_ONE,
        "helpdesk/2026-01-06.json": DAY_TWO,
    }


def zipped(files: dict[str, Any], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """These files as a zip; bytes stay bytes, everything else becomes JSON."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content if isinstance(content, bytes) else json.dumps(content))
    return buffer.getvalue()
