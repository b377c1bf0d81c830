from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from calmdesk.web.environment.database import database_from_url, wal_is_sound


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 44, 5), (3, 50, 6), (3, 51, 2)])
def test_an_sqlite_with_the_wal_race_keeps_a_rollback_journal(version: tuple[int, int, int]) -> None:
    assert not wal_is_sound(version)
    pragmas = database_from_url("", Path("/data"), version).settings["OPTIONS"]["init_command"]
    assert "journal_mode=TRUNCATE" in pragmas


@pytest.mark.parametrize("version", [(3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 0), (4, 0, 0)])
def test_a_repaired_sqlite_uses_wal(version: tuple[int, int, int]) -> None:
    assert wal_is_sound(version)
    assert "journal_mode=WAL" in database_from_url("", Path("/data"), version).settings["OPTIONS"]["init_command"]


@pytest.mark.django_db
def test_each_commit_reaches_the_disk_and_writers_queue_at_their_first_word() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone() == ("on",)
            return
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.transaction_mode == "IMMEDIATE"
