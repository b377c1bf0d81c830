from __future__ import annotations

from pathlib import Path

CHANGES = Path(__file__).parents[2] / "changes"


def test_every_fragment_is_of_a_kind_that_the_readme_names_and_says_something() -> None:
    page = (CHANGES / "README.md").read_text(encoding="utf-8")
    kinds = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `")}
    fragments = [path for path in CHANGES.iterdir() if path.name != "README.md"]
    assert kinds == {"new_sign", "false_alarm", "miss", "reader", "change", "fix"}
    assert fragments
    for path in fragments:
        assert path.suffix == ".md", path.name
        assert path.stem.rpartition(".")[2] in kinds, path.name
        assert path.read_text(encoding="utf-8").strip(), path.name
