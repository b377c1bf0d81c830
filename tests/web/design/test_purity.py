from __future__ import annotations

import ast
from pathlib import Path

import calmdesk.web.design

FOLDER = Path(calmdesk.web.design.__file__).parent


def test_presenters_know_nothing_of_django_nor_of_the_store() -> None:
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert not name.startswith("django"), path.name
                assert not name.startswith("calmdesk.web.") or name.startswith("calmdesk.web.design"), path.name
