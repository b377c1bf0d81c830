"""What Django's system checks and the health page say about the machine."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connection

from calmdesk.web.environment.database import wal_is_sound


@checks.register("calmdesk")
def sqlite_journal(**_: Any) -> list[checks.CheckMessage]:
    """An SQLite with the WAL-reset race must not run in WAL mode."""
    if settings.CALMDESK.database_url.kind != "sqlite" or wal_is_sound(sqlite3.sqlite_version_info[:3]):
        return []
    if journal_mode() != "wal":
        return []
    return [
        checks.Warning(
            f"SQLite {sqlite3.sqlite_version} can damage a database in WAL mode (fixed in 3.51.3).",
            hint="Stop calmdesk and run: sqlite3 FILE 'PRAGMA journal_mode=TRUNCATE'",
            id="calmdesk.W001",
        )
    ]


def journal_mode() -> str:
    """How SQLite keeps a half-written transaction: "wal", "truncate" …; empty for another database."""
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        row = cursor.fetchone()
    return str(row[0]).lower()
