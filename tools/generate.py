"""Writes the pages made from the playbook, the types, the commands and running code; `--check` names stale ones.

python -m tools.generate          write docs/reference/ and what the code in README.md and docs/tour.md prints
python -m tools.generate --check  exit 1 where a page differs
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from calmdesk.cli.main import app
from calmdesk.playbook import load_playbook
from calmdesk.proof.schemas import schemas
from tools.model_card import model_card
from tools.reference import reference_pages
from tools.snippets import with_output

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
_MADE = "<!-- Made by tools/generate.py; change the playbook or the code, not this page. -->\n\n"


def main(arguments: list[str]) -> int:
    """Write every page, or with `--check` compare; 1 where one is out of date."""
    pages = dict(_pages())
    if "--check" in arguments:
        return _check(pages)
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in _left_over(pages):
        path.unlink()
    print(f"{len(pages)} pages are current")
    return 0


def _check(pages: dict[Path, str]) -> int:
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    stale += _left_over(pages)
    for path in stale:
        print(f"out of date: {path.relative_to(ROOT)}. Run: python -m tools.generate")
    return 1 if stale else 0


def _left_over(pages: dict[Path, str]) -> list[Path]:
    return [path for path in REFERENCE.rglob("*") if path.is_file() and path not in pages]


def _pages() -> Iterator[tuple[Path, str]]:
    for place, text in reference_pages(load_playbook()):
        yield REFERENCE / place, _MADE + text
    yield REFERENCE / "commands.md", _MADE + _commands()
    if (card := model_card()) is not None:
        yield REFERENCE / "model-card.md", _MADE + card
    for page in (ROOT / "README.md", ROOT / "docs" / "tour.md"):
        yield page, with_output(page.read_text(encoding="utf-8"))
    for name, schema in schemas().items():
        yield REFERENCE / "schema" / f"{name}.schema.json", json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _commands() -> str:
    root = typer.main.get_command(app)
    parts = ["# Commands\n"]
    for name, command in _walk(root, "calmdesk"):
        with command.make_context(name, [], resilient_parsing=True) as context:
            context.info_name = name
            parts.append(f"## {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


def _walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    yield name, command
    for sub, inner in getattr(command, "commands", {}).items():
        yield from _walk(inner, f"{name} {sub}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
