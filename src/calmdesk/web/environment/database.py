"""Which database, and how SQLite has to be opened so that nothing acknowledged is lost."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

_Version = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True)
class Database:
    """`settings` is what Django wants; `kind` is "sqlite" or "postgresql"; `path` only for SQLite."""

    kind: str
    settings: dict[str, Any]
    path: Path | None = None

    def __repr__(self) -> str:
        """Say which kind, never the password."""
        return f"Database(kind={self.kind!r})"


def database_from_url(url: str, data: Path, sqlite_version: _Version = sqlite3.sqlite_version_info[:3]) -> Database:
    """The database `url` names, or SQLite in the data folder; raises ValueError saying what is allowed."""
    if not url:
        return _sqlite(data / "calmdesk.sqlite3", sqlite_version)
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path.lstrip("/"):
        # sqlite:///relative/path and sqlite:////absolute/path, as other Python tools write it.
        return _sqlite(Path(unquote(parts.path[1:])).expanduser().absolute(), sqlite_version)
    if parts.scheme in ("postgres", "postgresql") and parts.path.strip("/"):
        return _postgresql(url)
    raise ValueError(
        'it must look like "sqlite:///folder/name.sqlite3" or "postgres://user:password@host:5432/name". '
        "Correct it, or leave it out to keep the data in SQLite."
    )


def wal_is_sound(version: _Version) -> bool:
    """Whether this SQLite is free of the WAL-reset race (3.7.0 to 3.51.2; fixed in 3.44.6, 3.50.7, 3.51.3)."""
    fixed_branches = {(3, 44): 6, (3, 50): 7}
    branch = version[:2]
    return version >= (3, 51, 3) or (branch in fixed_branches and version[2] >= fixed_branches[branch])


def _sqlite(path: Path, version: _Version) -> Database:
    # With a rollback journal, FULL also syncs the truncated journal, so an acknowledged row survives a power cut.
    journal = "WAL" if wal_is_sound(version) else "TRUNCATE"
    pragmas = f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    return Database(
        kind="sqlite",
        path=path,
        settings={
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(path),
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
        },
    )


def _postgresql(url: str) -> Database:
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", parts.hostname or "")
    return Database(
        kind="postgresql",
        settings={
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": host,
            "PORT": str(parts.port or ""),
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": options,
        },
    )
