"""Secrets that calmdesk makes itself: created once in the data folder, readable only by its owner."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from calmdesk.errors import BadSetting


def kept_secret(folder: Path, name: str, length: int = 50, prefix: str = "") -> str:
    """The secret in `folder/name`, made on first use: `prefix` and `length` random characters."""
    make_data_folder(folder)
    path = folder / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(prefix + secrets.token_urlsafe(length)[:length])
        file.flush()
        os.fsync(file.fileno())
    return _read(path)


def make_data_folder(folder: Path) -> None:
    """Create the data folder for its owner only."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(
            f"CALMDESK_DATA is {str(folder)!r}, which cannot be created ({error.strerror}). "
            "Name a folder that this user may write to."
        ) from None


def _read(path: Path) -> str:
    if path.stat().st_mode & 0o077:
        raise BadSetting(f"{path} can be read by others; only its owner may. Run: chmod 600 {path}")
    text = path.read_text(encoding="ascii").strip()
    if len(text) < 8:
        raise BadSetting(f"{path} holds no secret. Delete it; a new one is made at the next start.")
    return text
