"""The code on the pages runs, and what stands behind it is what it prints."""

from pathlib import Path

import pytest
from tools.generate import main
from tools.snippets import with_output

import calmdesk

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("page", ["README.md", "docs/tour.md"])
def test_what_a_page_shows_is_what_its_code_prints(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert "```python" in text
    assert with_output(text) == text


def test_every_generated_page_is_current():
    assert main(["--check"]) == 0


def test_the_library_example_in_the_readme_is_six_lines():
    code = (ROOT / "README.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    assert len([line for line in code.splitlines() if line.strip()]) == 6


def test_public_names_are_these_and_each_can_be_fetched():
    assert set(calmdesk.__all__) == {
        "BadInput",
        "BadPlaybook",
        "CalmdeskError",
        "Conversation",
        "Finding",
        "Playbook",
        "Reading",
        "load_playbook",
        "read",
        "read_bytes",
        "read_path",
    }
    assert all(getattr(calmdesk, name) is not None for name in calmdesk.__all__)


def test_local_links_in_the_pages_lead_somewhere():
    broken = []
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in page.read_text(encoding="utf-8").split("](")[1:]:
            link = target.split(")")[0].split("#")[0]
            if link and not link.startswith(("http", "mailto:")) and not (page.parent / link).exists():
                broken.append(f"{page.relative_to(ROOT)}: {link}")
    assert broken == []
