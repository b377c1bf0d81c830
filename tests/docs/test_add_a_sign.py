"""The page is tried to the letter: what it says to type is typed, what it says is printed is compared."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from calmdesk.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "add-a-sign.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return [part.partition("```")[0] for part in PAGE.split(f"```{kind}\n")[1:]]


def checked(folder: Path, sign: str) -> tuple[int, str]:
    file = folder / "signs" / "asks_about_the_queue.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(sign, encoding="utf-8")
    result = CliRunner().invoke(app, ["playbook", "check", str(folder)])
    return result.exit_code, result.stdout


def test_the_sign_on_the_page_holds_as_the_page_says(tmp_path: Path) -> None:
    (sign,) = blocks("toml")
    assert checked(tmp_path, sign) == (0, blocks("text")[0])


def test_without_its_unless_line_it_fails_as_the_page_says(tmp_path: Path) -> None:
    (sign,) = blocks("toml")
    lines = [line for line in sign.splitlines(keepends=True) if not line.startswith("unless")]
    assert len(lines) == len(sign.splitlines()) - 1
    assert checked(tmp_path, "".join(lines)) == (2, blocks("text")[1])


def test_it_can_be_explained_and_used_in_reading(tmp_path: Path) -> None:
    (sign,) = blocks("toml")
    checked(tmp_path, sign)
    explained = CliRunner().invoke(app, ["explain", "asks_about_the_queue", "--playbook", str(tmp_path)])
    assert explained.exit_code == 0
    assert "Asks about the queue" in explained.stdout
