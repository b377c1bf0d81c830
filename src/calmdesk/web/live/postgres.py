"""Changes between processes that share one PostgreSQL: NOTIFY after a commit, one LISTEN in each process."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING

from django.db import connection

from calmdesk.web.store.changes import Change

if TYPE_CHECKING:
    from calmdesk.web.live.broadcaster import Broadcaster

_CHANNEL = "calmdesk_changed"
_log = logging.getLogger(__name__)


def notify(change: Change) -> bool:
    """Tell all processes; False where the database is another one and nobody was told."""
    if connection.vendor != "postgresql":
        return False
    payload = json.dumps([change.conversation, change.slug, change.version])
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [_CHANNEL, payload])
    return True


async def listen(broadcaster: Broadcaster, pause: float = 1.0) -> None:
    """Pass on what the database tells, for ever; after a lost connection, again from where it then stands."""
    import psycopg

    parameters = connection.get_connection_params()
    for name in ("cursor_factory", "context"):
        parameters.pop(name, None)
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(**parameters, autocommit=True) as listening:
                await listening.execute(f"LISTEN {_CHANNEL}")
                async for told in listening.notifies():
                    broadcaster.publish(Change(*json.loads(told.payload)))
        except psycopg.OperationalError:
            _log.warning("lost the database's notifications; listening again")
            await asyncio.sleep(pause)
