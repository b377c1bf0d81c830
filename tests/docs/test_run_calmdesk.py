"""The page about running calmdesk names every setting there is, with its real default."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from calmdesk.web.environment.variables import Environment, read_environment

PAGE = (Path(__file__).resolve().parents[2] / "docs/howto/run-calmdesk.md").read_text(encoding="utf-8")
ROWS = {
    cells[1].strip(" `"): cells[2].strip()
    for cells in (line.split("|") for line in PAGE.splitlines() if line.startswith("| `CALMDESK_"))
}


def test_every_setting_has_a_row_and_every_row_a_setting() -> None:
    assert set(ROWS) == {f"CALMDESK_{field.name.upper()}" for field in fields(Environment)}


def test_each_default_on_the_page_is_the_real_one() -> None:
    written = {name: default.strip("`") for name, default in ROWS.items() if default.startswith("`")}
    assert read_environment(written) == read_environment({})
    assert len(written) >= 9
