"""The page is tried to the letter: what it says to type is typed, what it says is printed is compared."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from calmdesk.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "add-a-phrasing.md").read_text(encoding="utf-8")
NAME = "sends_them_to_open_a_ticket"


def blocks(kind: str) -> list[str]:
    return [part.partition("```")[0] for part in PAGE.split(f"```{kind}\n")[1:]]


def checked(folder: Path, phrasing: str) -> tuple[int, str]:
    file = folder / "phrasing" / f"{NAME}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(phrasing, encoding="utf-8")
    result = CliRunner().invoke(app, ["playbook", "check", str(folder)])
    return result.exit_code, result.stdout


def test_the_phrasing_on_the_page_holds_as_the_page_says(tmp_path: Path) -> None:
    (phrasing,) = blocks("toml")
    assert checked(tmp_path, phrasing) == (0, blocks("text")[0])


def test_without_its_unless_line_it_fails_as_the_page_says(tmp_path: Path) -> None:
    (phrasing,) = blocks("toml")
    lines = [line for line in phrasing.splitlines(keepends=True) if not line.startswith("unless")]
    assert len(lines) == len(phrasing.splitlines()) - 1
    assert checked(tmp_path, "".join(lines)) == (2, blocks("text")[1])


def test_a_changed_after_is_answered_with_what_the_rewrite_gives(tmp_path: Path) -> None:
    (phrasing,) = blocks("toml")
    code, said = checked(tmp_path, phrasing.replace("I can open a new ticket for the second", "Let us open it for the"))
    assert code == 2
    assert "found 'I can open a new ticket for the second screen.'" in said


def test_it_can_be_explained_and_finds_the_words_in_a_draft(tmp_path: Path) -> None:
    (phrasing,) = blocks("toml")
    checked(tmp_path, phrasing)
    explained = CliRunner().invoke(app, ["explain", NAME, "--playbook", str(tmp_path)])
    found = CliRunner().invoke(app, ["check", "--playbook", str(tmp_path)], input="Please open a new ticket.\n")
    assert "Sends them to open another ticket" in explained.stdout
    assert "I can open a new ticket" in found.stdout
