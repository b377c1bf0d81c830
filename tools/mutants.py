"""Breaks one guard at a time in a copy of the project and expects its tests to notice.

    python -m tools.mutants            all of tests/mutants.toml
    python -m tools.mutants NAME …     some of them

A mutant that no test notices means that the guard could be lost without anybody seeing it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[1]


class Mutant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`find` stands once in `file`; with `replace` in its place `tests` must fail. `guards` says what is lost."""

    guards: str
    file: str
    find: str
    replace: str
    tests: tuple[str, ...]


def main() -> int:
    listed = msgspec.convert(tomllib.loads((ROOT / "tests" / "mutants.toml").read_text("utf-8")), dict[str, Mutant])
    wanted = sys.argv[1:] or list(listed)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for part in ("src", "tests", "tools", "docs"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        for part in ("pyproject.toml", "README.md"):
            shutil.copy(ROOT / part, copy / part)
        survived = [name for name in wanted if not _noticed(name, listed[name], copy)]
    print(f"{len(wanted)} mutants, {len(wanted) - len(survived)} noticed, {len(survived)} survived")
    return 1 if survived else 0


def _noticed(name: str, mutant: Mutant, copy: Path) -> bool:
    path = copy / mutant.file
    original = path.read_text(encoding="utf-8")
    if original.count(mutant.find) != 1:
        print(f"STALE     {name}: its text stands {original.count(mutant.find)} times in {mutant.file}")
        return False
    path.write_text(original.replace(mutant.find, mutant.replace), encoding="utf-8")
    try:
        code = _pytest(copy, mutant.tests)
    finally:
        path.write_text(original, encoding="utf-8")
    noticed = code == 1
    print(
        f"{'noticed ' if noticed else 'SURVIVED'}  {name}: {mutant.guards}"
        + ("" if code in (0, 1) else f" (pytest {code})")
    )
    return noticed


def _pytest(copy: Path, tests: tuple[str, ...]) -> int:
    env = {**os.environ, "PYTHONPATH": f"{copy / 'src'}{os.pathsep}{copy}", "PYTHONDONTWRITEBYTECODE": "1"}
    env.setdefault("CALMDESK_SHARED", str(ROOT.parent / "shared"))
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    return subprocess.run(command, cwd=copy, env=env, capture_output=True, timeout=300, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
