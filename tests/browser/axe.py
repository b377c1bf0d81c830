"""axe-core in the page: the accessibility rules that a machine can check.

It comes from npm and is for tests only: found in CALMDESK_AXE (a file), in node_modules of the checkout, or installed
once into the user's cache folder.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

VERSION = "4.10.3"
ROOT = Path(__file__).resolve().parents[2]
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class AxeMissingError(Exception):
    """Why axe-core cannot be used here, and what to do."""


def problems(page: Any) -> list[str]:
    """What axe finds serious or critical on this page, one line each."""
    # The page's own policy lets no foreign script in; the browser's debugger may.
    page.evaluate(source())
    found = page.evaluate("(tags) => axe.run(document, {runOnly: tags})", _TAGS)
    return [
        f"{one['impact']} {one['id']}: {node['html'][:160]} ({' '.join(node['failureSummary'].split())[:200]})"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@functools.cache
def source() -> str:
    """The text of axe.min.js."""
    for path in (Path(os.environ.get("CALMDESK_AXE", "")), _in(ROOT), _in(_cache())):
        if path.is_file():
            return path.read_text()
    return _installed().read_text()


def _installed() -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise AxeMissingError(
            "axe-core is not installed and npm is missing: install npm, or set CALMDESK_AXE to axe.min.js"
        )
    folder = _cache()
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [npm, "install", "--no-save", "--silent", f"axe-core@{VERSION}"], cwd=folder, capture_output=True, check=False
    )
    if not _in(folder).is_file():
        raise AxeMissingError(f"npm could not install axe-core: {done.stderr.decode()[:300]}")
    return _in(folder)


def _in(folder: Path) -> Path:
    return folder / "node_modules" / "axe-core" / "axe.min.js"


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "calmdesk-tests"
