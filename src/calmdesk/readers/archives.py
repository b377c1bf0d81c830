"""Zip files from strangers, opened within limits."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib

from calmdesk.errors import BadInput, LimitExceeded

MAX_ENTRIES = 200
MAX_UNPACKED = 50_000_000
MAX_RATIO = 100
_SMALL = 100_000
_REMEDY = "Unpack it and give the folder, or export a shorter period."
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class Archive:
    """The files of a zip by name. Nothing is written to disk, and no more is unpacked than its limits allow."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN:
            raise BadInput("a zip file that is damaged or cut off", remedy="Download it again.") from None
        self._entries = {entry.filename: entry for entry in entries if not entry.is_dir()}

    @property
    def names(self) -> list[str]:
        return sorted(self._entries)

    def check(self) -> None:
        """Refuse what no export of messages is: bombs, archives in archives, links, paths that lead elsewhere."""
        if len(self._entries) > MAX_ENTRIES:
            raise LimitExceeded(f"{len(self._entries):,} files in a zip, {MAX_ENTRIES} are allowed", remedy=_REMEDY)
        total = sum(entry.file_size for entry in self._entries.values())
        if total > MAX_UNPACKED:
            raise LimitExceeded(f"{total:,} bytes unpacked, {MAX_UNPACKED:,} are allowed", remedy=_REMEDY)
        for name, entry in self._entries.items():
            if _leads_elsewhere(name) or stat.S_ISLNK(entry.external_attr >> 16):
                raise BadInput(
                    "a file in a zip that leads outside of it", where=name[:120], remedy="Ask for a new export."
                )
            if name.lower().endswith((".zip", ".gz", ".7z", ".rar", ".tar", ".tgz")):
                raise BadInput("an archive inside an archive", where=name[:120], remedy="Unpack it first.")
            if entry.flag_bits & 1:
                raise BadInput("a file in a zip with a password", where=name[:120], remedy="Unpack it first.")
            if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
                raise LimitExceeded(
                    f"a file that unpacks to more than {MAX_RATIO} times its size", where=name[:120], remedy=_REMEDY
                )

    def read(self, name: str) -> bytes:
        """The bytes of one file; not one more than its entry promised."""
        entry = self._entries[name]
        try:
            with self._zip.open(entry) as file:
                data = file.read(entry.file_size + 1)
        except _BROKEN:
            raise BadInput("a file in a zip that is damaged", where=name[:120], remedy="Download it again.") from None
        if len(data) > entry.file_size:
            raise LimitExceeded("a file larger than the zip says", where=name[:120], remedy="Ask for a new export.")
        return data


def _leads_elsewhere(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]
